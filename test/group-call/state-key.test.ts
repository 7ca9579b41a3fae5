import { expect } from '@open-wc/testing';
import { chooseStateKeyForm, stateKeyForm, stateKeyOf } from '../../src/group-call/state-key.ts';
import type { StateKeyForm } from '../../src/group-call/state-key.ts';

const ALICE = '@alice:hs';

describe('the state key of a membership', () => {
  it('is known by its form', () => {
    const keys: Readonly<Record<StateKeyForm, string>> = {
      user: '@alice:hs',
      'device-first': 'PHONE_@alice:hs',
      'user-first': '@alice:hs_PHONE',
    };
    for (const [form, key] of Object.entries(keys) as [StateKeyForm, string][]) {
      expect(stateKeyOf(form, ALICE, 'PHONE')).to.equal(key);
      expect(stateKeyForm(key, ALICE)).to.equal(form);
    }
    expect(stateKeyForm('@bob:hs', ALICE)).to.equal(null);
  });

  const choices: readonly (readonly [string, boolean, readonly StateKeyForm[], StateKeyForm])[] = [
    ['10', false, [], 'user'],
    ['org.matrix.msc3757.10', false, [], 'user-first'],
    ['org.matrix.msc3757.10', true, [], 'device-first'],
    ['10', false, ['device-first', 'device-first'], 'device-first'],
    ['10', false, ['device-first', 'user'], 'user'],
    ['10', false, ['user-first'], 'user'],
    ['org.matrix.msc3757.10', false, ['user'], 'user'],
  ];
  for (const [roomVersion, unprotected, others, form] of choices) {
    it(`is ${form} in version ${roomVersion}${unprotected ? ', asked for each device' : ''}, beside ${others.join() || 'nobody'}`, () => {
      expect(chooseStateKeyForm({ roomVersion, unprotected, others })).to.equal(form);
    });
  }
});
