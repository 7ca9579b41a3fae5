import '../src/voip.ts';
