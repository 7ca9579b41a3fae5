import '../group-call/group-call.ts';
