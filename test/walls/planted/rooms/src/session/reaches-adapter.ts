import '../matrix/memory/index.ts';
