import '../call/call.ts';
