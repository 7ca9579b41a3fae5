import '../voip.ts';
