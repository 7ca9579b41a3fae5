import '../demo/main.ts';
