import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  buildGroupNotification,
  isMentioned,
  parseGroupNotification,
  ringsUntil,
} from '../../src/signalling/group-notification.ts';
import type { GroupNotification } from '../../src/signalling/group-notification.ts';

const userId = fc.stringMatching(/^@[a-z]{1,8}:hs$/);
const anyNotification: fc.Arbitrary<GroupNotification> = fc.record({
  senderTs: fc.nat(),
  lifetime: fc.nat(),
  kind: fc.constantFrom('ring' as const, 'notification' as const),
  mentions: fc.record({ room: fc.boolean(), userIds: fc.array(userId, { maxLength: 4 }) }),
  membershipEventId: fc.string({ minLength: 1, maxLength: 64 }),
});
const content = {
  sender_ts: 1_000_000,
  lifetime: 30_000,
  notification_type: 'ring',
  'm.mentions': { room: true, user_ids: [] },
  'm.relates_to': { rel_type: 'm.reference', event_id: '$member' },
};

function parsed(change: Readonly<Record<string, unknown>> = {}): GroupNotification {
  const result = parseGroupNotification({ ...content, ...change });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.notification;
}

describe('a notification of a group call', () => {
  it('arrives as it was meant', () => {
    fc.assert(
      fc.property(anyNotification, (notification) => {
        const over = JSON.parse(JSON.stringify(buildGroupNotification(notification).content)) as unknown;
        expect(parseGroupNotification(over)).to.deep.equal({ ok: true, notification });
      }),
    );
  });

  it('goes out as MSC4075 has it, its numbers whole', () => {
    expect(buildGroupNotification({ ...parsed(), senderTs: 999_999.6, lifetime: 29_999.9 })).to.deep.equal({
      type: 'org.matrix.msc4075.rtc.notification',
      content,
    });
  });

  it('that lacks what it needs is refused, and names it', () => {
    const changed: readonly (readonly [string, unknown])[] = [
      ['sender_ts', '1'],
      ['sender_ts', -1],
      ['sender_ts', Infinity],
      ['lifetime', Number.NaN],
      ['notification_type', 'shout'],
      ['m.relates_to', 'text'],
    ];
    for (const [field, value] of changed) {
      const result = parseGroupNotification({ ...content, [field]: value });
      expect(result, field).to.deep.equal({ ok: false, reason: field });
    }
  });

  it('rings whom it mentions and nobody else', () => {
    const mentioning = (mentions: unknown) => parsed({ 'm.mentions': mentions });
    const named = mentioning({ user_ids: ['@a:hs', 7, null] });
    expect(isMentioned(named, '@a:hs')).to.equal(true);
    expect(isMentioned(named, '@b:hs')).to.equal(false);
    expect(isMentioned(mentioning({ room: true }), '@b:hs')).to.equal(true);
    for (const odd of [undefined, null, 7, {}, { room: 'yes', user_ids: '@a:hs' }]) {
      expect(isMentioned(mentioning(odd), '@a:hs'), JSON.stringify(odd)).to.equal(false);
    }
  });

  it('rings from the sender’s word for its sending while that is within 20 s of the homeserver’s', () => {
    const sent = content.sender_ts;
    for (const [origin, until] of [
      [sent, sent + 30_000],
      [sent + 20_000, sent + 30_000],
      [sent - 20_000, sent + 30_000],
      [sent + 20_001, sent + 50_001],
      [sent - 20_001, sent + 9_999],
    ] as const) {
      expect(ringsUntil(parsed(), origin), String(origin)).to.equal(until);
    }
  });

  it('rings for two minutes at most', () => {
    expect(ringsUntil(parsed({ lifetime: 1e12 }), content.sender_ts)).to.equal(content.sender_ts + 120_000);
  });
});
