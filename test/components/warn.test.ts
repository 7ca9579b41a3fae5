import { expect } from '@open-wc/testing';
import { warnOnce } from '../../components/warn.ts';

describe('warnOnce', () => {
  const { warn } = console;
  const said: unknown[][] = [];
  beforeEach(() => (console.warn = (...args) => said.push(args)));
  afterEach(() => (console.warn = warn));

  it('says each thing once, and by whom', () => {
    warnOnce('type="vdeo" is not known.');
    warnOnce('the script is loaded twice.');
    warnOnce('type="vdeo" is not known.');
    expect(said).to.deep.equal([
      ['[famedly-calls] type="vdeo" is not known.'],
      ['[famedly-calls] the script is loaded twice.'],
    ]);
  });
});
