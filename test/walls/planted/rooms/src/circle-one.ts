import './circle-two.ts';
