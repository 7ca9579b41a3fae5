import '../engine-link/link.ts';
