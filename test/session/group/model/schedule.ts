import * as fc from 'fast-check';

export type Act =
  | 'enter'
  | 'leave'
  | 'crash'
  | 'reload'
  | 'sleep'
  | 'wake'
  | 'cut'
  | 'heal'
  | 'share'
  /** Somebody writes the key without this device's entry. */
  | 'forget';

/** `at`: which of the devices. */
export type Step =
  | { readonly do: Act; readonly at: number }
  /** The homeserver is away for all, and sends what is due all the same. */
  | { readonly do: 'outage' | 'back' }
  | { readonly do: 'wait'; readonly ms: number };

/** What becomes of a to-device message. */
export interface Fate {
  readonly lost: boolean;
  readonly twice: boolean;
  readonly delay: number;
}

export interface Schedule {
  /** Users have up to two devices, which share a state key. */
  readonly devices: number;
  readonly encrypted: boolean;
  /** ms by which each device's clock is wrong. */
  readonly skews: readonly number[];
  /** ms that messages take, over and over. */
  readonly legs: readonly number[];
  readonly fates: readonly Fate[];
  readonly steps: readonly Step[];
  /** How those who are present at the end go. */
  readonly ending: 'leave' | 'dispose';
}

/** ms that a message takes at most. */
export const LONGEST_LEG = 300;
const MOST_DEVICES = 6;

const acts: readonly Act[] = [
  ...(['enter', 'enter', 'enter', 'enter', 'enter', 'leave', 'leave', 'crash', 'reload'] as const),
  ...(['sleep', 'wake', 'wake', 'cut', 'heal', 'heal', 'share', 'forget'] as const),
];

const act = fc.record({
  do: fc.constantFrom(...acts),
  at: fc.nat(MOST_DEVICES - 1),
});
const wait = fc.record({
  do: fc.constant('wait' as const),
  ms: fc.constantFrom(10, 50, 100, 300, 1_000, 3_000, 9_000, 20_000),
});
const outage = fc.constantFrom<Step>({ do: 'outage' }, { do: 'back' }, { do: 'back' });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: act },
  { weight: 8, arbitrary: wait },
  { weight: 1, arbitrary: outage },
);
const fate = fc.record({
  lost: fc.nat(9).map((of10) => of10 < 2),
  twice: fc.nat(9).map((of10) => of10 < 2),
  delay: fc.constantFrom(0, 0, 0, 30, 200, 2_000, 6_000),
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  devices: fc.constantFrom(2, 3, 3, 4, 4, 5, 6),
  encrypted: fc.boolean(),
  skews: fc.array(fc.constantFrom(0, 0, 0, -240_000, 45_000, 600_000), {
    minLength: MOST_DEVICES,
    maxLength: MOST_DEVICES,
  }),
  legs: fc.array(fc.constantFrom(5, 20, 20, 60, LONGEST_LEG), { minLength: 7, maxLength: 7 }),
  fates: fc.array(fate, { minLength: 11, maxLength: 11 }),
  steps: fc.array(step, { minLength: 44, maxLength: 76, size: 'max' }),
  ending: fc.constantFrom('leave', 'dispose'),
});
