import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { Hands } from '../../src/group-call/hands.ts';
import type { ReceivedReaction } from '../../src/group-call/hands.ts';
import { ROOM } from './arrivals.ts';

const BOB = '@bob:hs:B';
const CAROL = '@carol:hs:C';
const HERE = new Map([
  [BOB, 'bob-1'],
  [CAROL, 'carol-1'],
]);

interface Said {
  readonly eventId?: string;
  readonly user?: string;
  readonly device?: string;
  readonly key?: string;
  readonly isEphemeral?: boolean;
  readonly callId?: string;
  readonly sent?: number;
  readonly age?: number;
}

/** Bob raises a hand unless said otherwise. */
function said(one: Said = {}): ReceivedReaction {
  const { eventId = '$1', user = '@bob:hs', device = 'B', key = '✋', isEphemeral = false } = one;
  const { callId = ROOM, sent = 1_000, age = 0 } = one;
  const reaction = { key, isEphemeral, callId, deviceId: device, membershipEventId: '$member' };
  return { eventId, userId: user, originServerTs: sent, age, reaction };
}

const carols = { user: '@carol:hs', device: 'C' } as const;

function hands(...all: readonly Said[]): Hands {
  const some = new Hands(ROOM, ROOM);
  some.setPresent(HERE);
  for (const one of all) some.receive(said(one), 0);
  return some;
}

function who(some: Hands): readonly string[] {
  return some.raised.map(({ participantId, key }) => `${participantId} ${key}`);
}

describe('a raised hand', () => {
  it('is one, however often its owner’s membership is written anew', () => {
    const some = hands({ eventId: '$1', sent: 1_000 }, { ...carols, eventId: '$2', sent: 2_000 });
    some.receive(said({ eventId: '$3', sent: 3_000 }), 0);
    expect(some.raised).to.deep.equal([
      { participantId: BOB, key: '✋', since: 1_000, eventId: '$3' },
      { participantId: CAROL, key: '✋', since: 2_000, eventId: '$2' },
    ]);
  });

  it('is down when any of its events is redacted, and up again with the next', () => {
    for (const redacted of ['$1', '$2', '$3']) {
      const some = hands({ eventId: '$1' }, { eventId: '$2' }, { eventId: '$3' });
      some.redacted(redacted);
      expect(who(some), redacted).to.deep.equal([]);
      some.receive(said({ eventId: '$4' }), 0);
      some.redacted('$1');
      expect(who(some), redacted).to.deep.equal([`${BOB} ✋`]);
    }
  });

  it('stays when something else is redacted', () => {
    const some = hands({ eventId: '$1' }, { eventId: '$2', key: '☕' });
    some.redacted('$2');
    some.redacted('$other');
    expect(who(some)).to.deep.equal([`${BOB} ✋`]);
  });

  it('is down when its owner leaves, or comes back as another engine', () => {
    const some = hands({}, carols);
    some.setPresent(new Map([[CAROL, 'carol-2']]));
    expect(who(some)).to.deep.equal([]);
    some.setPresent(HERE);
    expect(who(some)).to.deep.equal([]);
  });

  it('may be raised before the state event of its owner comes', () => {
    const some = new Hands(ROOM, ROOM);
    some.receive(said(), 0);
    expect(who(some)).to.deep.equal([]);
    some.setPresent(HERE);
    expect(who(some)).to.deep.equal([`${BOB} ✋`]);
  });

  it('of another call is none of this one’s; the whole room may be named by nothing', () => {
    expect(who(hands({ callId: 'another' }))).to.deep.equal([]);
    expect(who(hands({ callId: '' }))).to.deep.equal([`${BOB} ✋`]);
    const special = new Hands(ROOM, 'special');
    special.setPresent(HERE);
    special.receive(said({ callId: '' }), 0);
    expect(who(special)).to.deep.equal([]);
  });

  it('is the same object until something changes', () => {
    const some = hands({}, carols);
    const [before, bobs] = [some.raised, some.raised[0]];
    some.setPresent(new Map(HERE));
    some.redacted('$other');
    expect(some.raised).to.equal(before);
    some.receive(said({ ...carols, key: '☕', eventId: '$9' }), 0);
    expect(some.raised).not.to.equal(before);
    expect(some.raised[0]).to.equal(bobs);
  });

  it('is one of eight that a participant has, and of 256 that are known', () => {
    const some = hands(
      ...Array.from({ length: 100 }, (_, index) => ({ key: `k${index}`, eventId: `$${index}` })),
    );
    expect(some.raised).to.have.length(8);
    for (let index = 0; index < 300; index += 1) {
      some.receive(said({ device: `D${index}`, eventId: `$d${index}` }), 0);
    }
    some.setPresent(new Map(Array.from({ length: 300 }, (_, index) => [`@bob:hs:D${index}`, 'first'])));
    expect(some.raised).to.have.length(256);
  });

  it('is up as long as its owner’s last word about it says so, whatever moves in between', () => {
    const word = fc.record({ key: fc.constantFrom('✋', '☕'), isUp: fc.boolean(), bob: fc.boolean() });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60, size: 'max' }), (words) => {
        const some = hands();
        const up = new Map<string, string[]>();
        words.forEach(({ key, isUp, bob }, index) => {
          const id = `${bob ? BOB : CAROL} ${key}`;
          const eventId = `$${index}`;
          if (isUp) {
            some.receive(said({ ...(bob ? {} : carols), key, eventId, sent: index }), 0);
            up.set(id, [...(up.get(id) ?? []), eventId]);
          } else {
            some.redacted(up.get(id)?.at(index % 2 ? 0 : -1) ?? '$none');
            up.delete(id);
          }
        });
        expect([...who(some)].sort()).to.deep.equal([...up.keys()].sort());
      }),
    );
  });
});

describe('a reaction that passes', () => {
  const heart = { key: '❤️', isEphemeral: true } as const;

  it('is shown while it is fresh', () => {
    const some = hands();
    expect(some.receive(said({ ...heart, age: 2_000 }), 0)).to.deep.equal({ participantId: BOB, key: '❤️' });
    expect(some.receive(said({ ...heart, age: 2_001 }), 0)).to.equal(null);
    expect(some.raised).to.deep.equal([]);
  });

  it('is shown of those who are in this call', () => {
    expect(hands().receive(said({ ...heart, device: 'B2' }), 0)).to.equal(null);
    expect(hands().receive(said({ ...heart, callId: 'another' }), 0)).to.equal(null);
  });

  it('is not shown faster than anybody may send it', () => {
    const some = hands();
    const shown = Array.from({ length: 100 }, () => some.receive(said(heart), 0)).filter(
      (one) => one !== null,
    );
    expect(shown).to.have.length(20);
    expect(some.receive(said({ ...heart, ...carols }), 0)).not.to.equal(null);
    expect(some.receive(said(heart), 1_000)).not.to.equal(null);
  });
});
