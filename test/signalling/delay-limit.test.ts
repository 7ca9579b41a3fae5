import { expect } from '@open-wc/testing';
import { readDelayLimit, readDelayRefusal } from '../../src/signalling/delay-limit.ts';

describe('a delay that is too long', () => {
  it('is refused by older homeservers with the limit', () => {
    const body = {
      errcode: 'M_UNKNOWN',
      'org.matrix.msc4140.errcode': 'M_MAX_DELAY_EXCEEDED',
      'org.matrix.msc4140.max_delay': 10_000,
    };
    expect(readDelayRefusal(body)).to.deep.equal({ most: 10_000 });
    expect(readDelayRefusal({ ...body, 'org.matrix.msc4140.max_delay': 'long' })).to.deep.equal({
      most: null,
    });
  });

  it('is refused by newer ones without it, which is in their capabilities', () => {
    for (const errcode of ['M_FORBIDDEN', 'ORG.MATRIX.MSC4140_DELAY_TOO_LARGE']) {
      expect(readDelayRefusal({ errcode })).to.deep.equal({ most: null });
    }
    const content = { 'org.matrix.msc4140.delayed_events': { max_delay_ms: 5_000 } };
    expect(readDelayLimit(content)).to.equal(5_000);
  });

  it('is not what other refusals mean', () => {
    for (const body of [null, 'no', {}, { errcode: 'M_LIMIT_EXCEEDED' }]) {
      expect(readDelayRefusal(body)).to.equal(null);
    }
    for (const content of [null, {}, { 'org.matrix.msc4140.delayed_events': { max_delay_ms: -1 } }]) {
      expect(readDelayLimit(content)).to.equal(null);
    }
  });
});
