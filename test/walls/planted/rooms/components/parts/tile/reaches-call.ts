import '../../call/call.ts';
