import { browserTests } from './test/support/house/browser-tests.mjs';

export default browserTests({
  name: 'unit',
  files: ['test/**/*.test.ts', '!test/{e2e,bench,long}/**'],
  minutes: 5,
});
