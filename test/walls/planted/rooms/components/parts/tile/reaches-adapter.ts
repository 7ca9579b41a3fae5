import '../../../src/matrix/client/index.ts';
