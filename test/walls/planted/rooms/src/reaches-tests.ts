import '../test/fake.ts';
