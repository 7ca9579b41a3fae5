import '../../../src/index.ts';
