import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  buildReaction,
  parseReaction,
  reactionRedactionExtras,
  redactedEvent,
} from '../../src/signalling/reaction.ts';
import type { Reaction } from '../../src/signalling/reaction.ts';

const anyReaction: fc.Arbitrary<Reaction> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 64 }),
  isEphemeral: fc.boolean(),
  callId: fc.string({ maxLength: 64 }),
  deviceId: fc.string({ minLength: 1, maxLength: 64 }),
  membershipEventId: fc.string({ minLength: 1, maxLength: 64 }),
});
const content = {
  key: '✋',
  is_ephemeral: false,
  call_id: '!room:hs',
  device_id: 'A',
  'm.relates_to': { rel_type: 'm.reference', event_id: '$member' },
};

describe('a reaction', () => {
  it('arrives as it was meant', () => {
    fc.assert(
      fc.property(anyReaction, (reaction) => {
        const over = JSON.parse(JSON.stringify(buildReaction(reaction).content)) as unknown;
        expect(parseReaction(over)).to.deep.equal({ ok: true, reaction });
      }),
    );
  });

  it('goes out as deployed apps read it', () => {
    const built = buildReaction({
      key: '✋',
      isEphemeral: false,
      callId: '!room:hs',
      deviceId: 'A',
      membershipEventId: '$member',
    });
    expect(built).to.deep.equal({ type: 'com.famedly.call.member.reaction', content });
  });

  it('that lacks what it needs is refused, and names it', () => {
    const changed: readonly (readonly [string, unknown])[] = [
      ['key', ''],
      ['key', 'x'.repeat(65)],
      ['key', 7],
      ['is_ephemeral', 'no'],
      ['call_id', null],
      ['device_id', ''],
      ['m.relates_to', null],
    ];
    for (const [field, value] of changed) {
      expect(parseReaction({ ...content, [field]: value }), field).to.deep.equal({
        ok: false,
        reason: field,
      });
    }
    const related = { ...content, 'm.relates_to': { rel_type: 'm.annotation', event_id: '$member' } };
    expect(parseReaction(related)).to.deep.equal({ ok: false, reason: 'm.relates_to.rel_type' });
    expect(parseReaction('text').ok).to.equal(false);
  });

  it('is taken back with all that deployed apps look at', () => {
    expect(reactionRedactionExtras({ deviceId: 'A', callId: '', scope: 'm.room' })).to.deep.equal({
      redacts_type: 'com.famedly.call.member.reaction',
      device_id: 'A',
      call_id: '',
      scope: 'm.room',
    });
  });

  it('is taken back by the redaction alone, too', () => {
    expect(redactedEvent({ redacts: '$reaction' })).to.equal('$reaction');
    expect(redactedEvent({ redacts: '$reaction', redacts_type: 7, device_id: null })).to.equal('$reaction');
    for (const wrong of [{}, { redacts: '' }, { redacts: 7 }, null, 'text']) {
      expect(redactedEvent(wrong), JSON.stringify(wrong)).to.equal(null);
    }
  });
});
