import '../components/define.ts';
