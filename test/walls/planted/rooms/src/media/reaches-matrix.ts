import '../matrix/port.ts';
