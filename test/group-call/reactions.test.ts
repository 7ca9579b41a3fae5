import { expect } from '@open-wc/testing';
import { Reactions } from '../../src/group-call/reactions.ts';
import type { ReactionCommand } from '../../src/group-call/reactions.ts';
import type { Reaction } from '../../src/signalling/reaction.ts';

function ours(): Reactions {
  return new Reactions({ callId: '!room:hs', deviceId: 'A' }, '$member-1');
}

const hand: Reaction = {
  key: '✋',
  isEphemeral: false,
  callId: '!room:hs',
  deviceId: 'A',
  membershipEventId: '$member-1',
};

function redacted(commands: readonly ReactionCommand[]): readonly string[] {
  return commands.flatMap((command) => (command.do === 'redact-reaction' ? [command.eventId] : []));
}

describe('our own reactions', () => {
  it('refer to our member event', () => {
    expect(ours().react('✋', false, 0)).to.deep.equal([{ do: 'send-reaction', reaction: hand }]);
    expect(ours().react('❤️', true, 0)).to.deep.equal([
      { do: 'send-reaction', reaction: { ...hand, key: '❤️', isEphemeral: true } },
    ]);
  });

  it('that pass are refused above ten, and one more goes each second', () => {
    const some = ours();
    const send = (now: number): number => some.react('❤️', true, now).length;
    expect(Array.from({ length: 12 }, () => send(0))).to.deep.equal([...Array<number>(10).fill(1), 0, 0]);
    expect(send(999)).to.equal(0);
    expect([send(1_000), send(1_000)]).to.deep.equal([1, 0]);
    expect(Array.from({ length: 12 }, () => send(60_000)).filter(Boolean)).to.have.length(10);
  });

  it('that stay are never refused, and count', () => {
    const some = ours();
    for (let index = 0; index < 15; index += 1) {
      expect(some.react('✋', false, 0), String(index)).to.have.length(1);
    }
    expect(some.react('❤️', true, 5_999)).to.deep.equal([]);
    expect(some.react('❤️', true, 6_000)).to.have.length(1);
  });

  it('that stay move to each new member event', () => {
    const some = ours();
    some.react('✋', false, 0);
    some.react('☕', false, 0);
    some.react('❤️', true, 0);
    expect(some.moveTo('$member-1', 1)).to.deep.equal([]);
    const moved = { ...hand, membershipEventId: '$member-2' };
    expect(some.moveTo('$member-2', 1)).to.deep.equal([
      { do: 'send-reaction', reaction: moved },
      { do: 'send-reaction', reaction: { ...moved, key: '☕' } },
    ]);
  });

  it('are taken back by their newest event and by their first', () => {
    for (const removed of ['$1', '$2', '$3']) {
      const some = ours();
      some.react('✋', false, 0);
      for (const eventId of ['$1', '$2', '$3']) expect(some.sent(hand, eventId)).to.deep.equal([]);
      expect(redacted(some.remove(removed)), removed).to.deep.equal(['$3', '$1']);
      expect(some.moveTo('$member-2', 1), removed).to.deep.equal([]);
    }
  });

  it('are taken back alone when we know no more of them', () => {
    expect(redacted(ours().remove('$old'))).to.deep.equal(['$old']);
    const some = ours();
    some.react('✋', false, 0);
    some.sent(hand, '$1');
    expect(redacted(some.remove('$1'))).to.deep.equal(['$1']);
  });

  it('that were taken back while they moved are redacted when they arrive', () => {
    const some = ours();
    some.react('✋', false, 0);
    some.sent(hand, '$1');
    some.moveTo('$member-2', 1);
    some.remove('$1');
    expect(redacted(some.sent({ ...hand, membershipEventId: '$member-2' }, '$2'))).to.deep.equal(['$2']);
  });

  it('that the homeserver refused are none', () => {
    const some = ours();
    some.react('✋', false, 0);
    some.failed(hand);
    expect(some.moveTo('$member-2', 1)).to.deep.equal([]);
    some.react('✋', false, 0);
    some.sent(hand, '$1');
    some.failed(hand);
    expect(some.moveTo('$member-3', 1)).to.have.length(1);
  });
});
