import '../call/reaches-matrix.ts';
