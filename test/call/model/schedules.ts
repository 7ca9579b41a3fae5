import * as fc from 'fast-check';
import { SCENES } from './scenes.ts';
import type { Pair } from './scenes.ts';
import { userOf } from './user-of.ts';
import type {
  DeviceAct,
  DeviceName,
  InjectedKind,
  PersonAct,
  Schedule,
  Step,
  UserName,
  Where,
} from './schedule.ts';

type Steps = fc.Arbitrary<readonly Step[]>;

const SHAPES: readonly (readonly DeviceName[])[] = [
  ['a1', 'b1'],
  ['a1', 'a2'],
  ['a1', 'b1', 'b2'],
  ['a1', 'a2', 'b1'],
  ['a1', 'b1', 'c1'],
  ['a1', 'a2', 'b1', 'b2'],
];

const IN_CALL: readonly InjectedKind[] = [
  'answer',
  'reject',
  'hangup',
  'select-other',
  'select-you',
  'candidates',
  'negotiate',
  'metadata',
  'identity',
  'transfer',
  'reject-transfer',
];
const PERSON: readonly PersonAct[] = [
  'answer',
  'reject',
  'dismiss',
  'hangup',
  'hold',
  'resume',
  'transfer',
  'accept-transfer',
  'reject-transfer',
  'assert-identity',
];
const DEVICE: readonly DeviceAct[] = [
  'mute',
  'gather',
  'switch-network',
  'flicker',
  'fail',
  'cut',
  'heal',
  'break-description',
  'refuse-send',
  'lose-response',
];

/** Arbitraries of one shape of world. */
class Story {
  readonly #devices: readonly DeviceName[];
  readonly #where: fc.Arbitrary<Where>;

  constructor(devices: readonly DeviceName[]) {
    this.#devices = devices;
    this.#where = fc.constantFrom<Where>('any', 'any', 'any', ...devices);
  }

  schedule(): fc.Arbitrary<Schedule> {
    const devices = this.#devices;
    const clock = fc.constantFrom(-600_000, -45_000, 0, 50_000, 900_000);
    return fc
      .record({
        scenes: fc.array(this.#scene(), { minLength: 3, maxLength: 9, size: 'max' }),
        old: fc.option(fc.constantFrom(...devices), { freq: 9, nil: undefined }),
        clocks: fc.option(fc.record({ [devices[0] ?? 'a1']: clock, b1: clock }), { freq: 5, nil: undefined }),
        busy: fc.constantFrom(undefined, undefined, 'rings' as const),
        glare: fc.constantFrom(undefined, undefined, 'answers' as const),
        ending: fc.constantFrom('hangup', 'cut'),
      })
      .map(({ scenes, old, clocks, busy, glare, ending }) => ({
        devices,
        ...(old && { old }),
        ...(clocks && { clocks }),
        ...(busy && { busy }),
        ...(glare && { glare }),
        steps: scenes.flat(),
        ending,
      }));
  }

  /** What leads somewhere, so that the deep states are reached often. */
  #scene(): Steps {
    const pokes = fc.tuple(this.#poke(), this.#poke(), this.#told());
    const staged = fc
      .tuple(fc.constantFrom(...this.#pairs()), fc.constantFrom(...SCENES), pokes)
      .map(([pair, scene, [one, two, told]]) => scene(pair, one, two, told));
    const any = this.#anything();
    return fc.oneof({ weight: 5, arbitrary: staged }, { weight: 1, arbitrary: fc.tuple(any, any, any, any) });
  }

  /** Who may call whom: a user, or one device of theirs. */
  #pairs(): readonly Pair[] {
    return this.#devices.flatMap((caller) =>
      this.#devices
        .filter((callee) => callee !== caller)
        .flatMap((callee) => {
          const user = userOf(callee);
          const toDevice = { caller, callee, to: callee, back: caller };
          return user === userOf(caller)
            ? [toDevice]
            : [toDevice, { caller, callee, to: user, back: userOf(caller) }];
        }),
    );
  }

  #anything(): fc.Arbitrary<Step> {
    return fc.oneof(
      { weight: 3, arbitrary: this.#place() },
      { weight: 6, arbitrary: this.#poke() },
      { weight: 2, arbitrary: fc.constantFrom<Step>({ do: 'settle' }, { do: 'sync' }, { do: 'work' }) },
      { weight: 2, arbitrary: this.#at(fc.constant('media')) },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('deliver'),
          at: this.#where,
          count: fc.integer({ min: 1, max: 4 }),
        }),
      },
      { weight: 3, arbitrary: this.#disturb() },
      { weight: 2, arbitrary: this.#wait() },
    );
  }

  /** A person, a device, another party, the network or time does something. */
  #poke(): fc.Arbitrary<Step> {
    return fc.oneof(
      { weight: 10, arbitrary: this.#act() },
      { weight: 6, arbitrary: this.#told() },
      { weight: 4, arbitrary: this.#disturb() },
      { weight: 2, arbitrary: this.#leave() },
      { weight: 1, arbitrary: this.#wait() },
    );
  }

  #act(): fc.Arbitrary<Step> {
    return this.#at(fc.constantFrom(...PERSON, ...DEVICE));
  }

  #told(): fc.Arbitrary<Step> {
    return fc.record({
      do: fc.constant('inject'),
      by: fc.constantFrom('peer', 'peer', 'peer', 'stranger'),
      at: this.#where,
      kind: fc.constantFrom(...IN_CALL),
    });
  }

  #leave(): fc.Arbitrary<Step> {
    return fc.record({ do: fc.constant('leave'), who: fc.constantFrom<UserName>('alice', 'bob', 'carol') });
  }

  #disturb(): fc.Arbitrary<Step> {
    return fc.record({
      do: fc.constantFrom('lose', 'duplicate', 'delay'),
      at: this.#where,
      nth: fc.nat({ max: 5 }),
    });
  }

  #wait(): fc.Arbitrary<Step> {
    return fc.record({
      do: fc.constant('wait'),
      ms: fc.constantFrom(100, 2_100, 3_100, 11_000, 31_000, 61_000, 200_000),
    });
  }

  #place(): fc.Arbitrary<Step> {
    const devices = this.#devices;
    const users: UserName[] = ['bob', 'bob', 'alice', ...(devices.includes('c1') ? ['carol' as const] : [])];
    return fc
      .record({
        at: fc.constantFrom(...devices),
        to: fc.constantFrom(...users, ...users, ...devices),
        room: fc.constantFrom<'one' | 'two'>(...Array.from({ length: 9 }, () => 'one' as const), 'two'),
        meanwhile: fc.constantFrom<'hangup' | 'leave' | undefined>(
          ...Array.from({ length: 12 }, () => undefined),
          'hangup',
          'leave',
        ),
      })
      .map(({ meanwhile, ...step }) => ({ do: 'place', ...step, ...(meanwhile && { meanwhile }) }));
  }

  #at(what: fc.Arbitrary<PersonAct | DeviceAct | 'media'>): fc.Arbitrary<Step> {
    return fc.record({ do: what, at: this.#where });
  }
}

/** Schedules of two, three and four devices. */
export const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  ...SHAPES.map((devices) => new Story(devices).schedule()),
);
