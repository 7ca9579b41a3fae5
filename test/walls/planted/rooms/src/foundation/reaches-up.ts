import '../signalling/reaches-up.ts';
