import '../media/backend.ts';
