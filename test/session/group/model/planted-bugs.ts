import { MeshPairs } from '../../../../src/group-call/mesh-pairs.ts';
import { CallMedia } from '../../../../src/session/call-media.ts';
import { OwnMembershipRunner } from '../../../../src/session/own-membership-runner.ts';
import { MemoryMatrix } from '../../../../src/matrix/memory/memory-matrix.ts';
import type { Invariant } from './violation.ts';

export interface PlantedBug {
  readonly bug: string;
  /** By which of these. */
  readonly found: readonly Invariant[];
  /** Answers what takes it out again. */
  readonly plant: () => () => void;
}

/** Replaces a method of all objects of a class. */
function instead<Class extends object, Name extends keyof Class>(
  prototype: Class,
  name: Name,
  change: (original: Class[Name]) => Class[Name],
): () => void {
  const original = prototype[name];
  prototype[name] = change(original);
  return () => {
    prototype[name] = original;
  };
}

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    bug: 'a lost invite or answer is not said again',
    found: ['the connections are the pairs of those present', 'everything is gone at the end'],
    plant: () =>
      instead(MeshPairs.prototype, 'due', (original) => {
        const invited = new WeakMap<MeshPairs, Set<string>>();
        return function (this: MeshPairs, now) {
          const before = invited.get(this) ?? new Set();
          invited.set(this, before);
          return original.call(this, now).filter((command) => {
            // Nor by another call, half a minute later.
            if (command.do !== 'invite') return command.do !== 'resend-invite';
            return !before.has(command.pair) && before.add(command.pair);
          });
        };
      }),
  },
  {
    bug: 'another engine of the same device is taken for the one before',
    found: ['the connections are the pairs of those present', 'nothing goes to a device outside'],
    plant: () =>
      instead(
        MeshPairs.prototype,
        'members',
        (original) =>
          function (this: MeshPairs, peers, now) {
            const same = peers.map((peer) => {
              const known = this.sessionOf(peer.userId, peer.deviceId);
              return known === undefined ? peer : { ...peer, membershipId: known };
            });
            return original.call(this, same, now);
          },
      ),
  },
  {
    bug: 'there is no delayed leave',
    found: ['no ghost stays'],
    plant: () => instead(MemoryMatrix.prototype, 'scheduleState', () => () => Promise.resolve('none')),
  },
  {
    bug: 'who is taken out does not come back',
    found: ['nobody is lost for longer than a round trip', 'the connections are the pairs of those present'],
    plant: () =>
      instead(
        OwnMembershipRunner.prototype,
        'input',
        (original) =>
          function (this: OwnMembershipRunner, input) {
            const isTold = input.type === 'key-seen' && this.context.state === 'entered';
            if (!isTold) original.call(this, input);
          },
      ),
  },
  {
    bug: 'who left keeps its connections',
    found: ['everything is gone at the end', 'nothing goes to a device outside'],
    plant: () => instead(MeshPairs.prototype, 'close', () => () => []),
  },
  {
    bug: 'who is gone is kept for ever',
    found: ['nothing goes to a device outside', 'the connections are the pairs of those present'],
    plant: () =>
      instead(
        MeshPairs.prototype,
        'members',
        (original) =>
          function (this: MeshPairs, peers, now) {
            const gone = this.pairs
              .map(({ peer }) => peer)
              .filter(
                (peer) =>
                  !peers.some(({ userId, deviceId }) => userId === peer.userId && deviceId === peer.deviceId),
              );
            return original.call(this, [...peers, ...gone], now);
          },
      ),
  },
  {
    bug: 'a call that is over keeps its connection',
    found: ['everything is gone at the end', 'the connections are the pairs of those present'],
    plant: () => instead(CallMedia.prototype, 'close', () => () => undefined),
  },
];
