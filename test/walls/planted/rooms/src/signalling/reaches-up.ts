import '../call/reaches-media.ts';
