import '../../src/voip.ts';
