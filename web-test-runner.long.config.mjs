import { browserTests } from './test/support/house/browser-tests.mjs';

export default browserTests({ name: 'long', files: ['test/long/**/*.test.ts'], minutes: 25 });
