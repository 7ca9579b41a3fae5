import { run } from './model/run.ts';
import type { Schedule, Step } from './model/schedule.ts';

/** What random schedules found, made short. */
const FOUND: readonly (Pick<Schedule, 'devices' | 'legs' | 'ending'> & {
  readonly what: string;
  readonly steps: readonly Step[];
})[] = [
  {
    what: 'an old delayed leave that lists who has left after it was made, once the call is over',
    ...{ devices: 4, legs: [20], ending: 'leave' },
    steps: [
      ...([
        { do: 'enter', at: 0 },
        { do: 'enter', at: 3 },
        { do: 'wait', ms: 20_000 },
      ] as const),
      ...([
        { do: 'reload', at: 0 },
        { do: 'wait', ms: 9_000 },
      ] as const),
      ...([
        { do: 'leave', at: 3 },
        { do: 'leave', at: 0 },
      ] as const),
    ],
  },
  {
    what: 'a write that waited in an outage until the delayed leave was sent, and a crash',
    ...{ devices: 3, legs: [60, 20, 5, 20, 5, 20, 60], ending: 'dispose' },
    steps: [
      ...([{ do: 'enter', at: 1 }, { do: 'wait', ms: 300 }, { do: 'outage' }] as const),
      ...([
        { do: 'wait', ms: 20_000 },
        { do: 'share', at: 1 },
        { do: 'heal', at: 1 },
      ] as const),
      ...([
        { do: 'leave', at: 1 },
        { do: 'reload', at: 1 },
      ] as const),
    ],
  },
  {
    what: 'a delayed leave that waited for another request, and a crash on waking',
    ...{ devices: 4, legs: [20], ending: 'leave' },
    steps: [
      ...([
        { do: 'enter', at: 0 },
        { do: 'wait', ms: 3_000 },
        { do: 'sleep', at: 0 },
      ] as const),
      ...([
        { do: 'wait', ms: 20_000 },
        { do: 'wake', at: 0 },
        { do: 'crash', at: 0 },
      ] as const),
    ],
  },
  {
    what: 'a first write that failed, and was taken for one that was overwritten',
    ...{ devices: 3, legs: [60, 20, 60, 20, 60, 5, 20], ending: 'dispose' },
    steps: [
      ...([
        { do: 'enter', at: 0 },
        { do: 'wait', ms: 41_000 },
        { do: 'enter', at: 1 },
      ] as const),
      ...([
        { do: 'wait', ms: 100 },
        { do: 'reload', at: 1 },
        { do: 'enter', at: 2 },
      ] as const),
      ...([
        { do: 'cut', at: 0 },
        { do: 'cut', at: 1 },
        { do: 'wait', ms: 20_000 },
      ] as const),
      ...([
        { do: 'cut', at: 2 },
        { do: 'heal', at: 1 },
        { do: 'heal', at: 0 },
      ] as const),
      ...([{ do: 'crash', at: 1 }] as const),
    ],
  },
  {
    what: 'a write that was given up shortly before an old delayed leave was sent',
    ...{ devices: 3, legs: [300, 60, 5, 300, 60, 60, 20], ending: 'dispose' },
    steps: [
      ...([
        { do: 'enter', at: 0 },
        { do: 'enter', at: 2 },
        { do: 'crash', at: 2 },
      ] as const),
      ...([
        { do: 'reload', at: 0 },
        { do: 'wait', ms: 1_000 },
        { do: 'sleep', at: 0 },
      ] as const),
      ...([
        { do: 'wait', ms: 10_300 },
        { do: 'enter', at: 2 },
        { do: 'wait', ms: 2_000 },
      ] as const),
      ...([
        { do: 'wake', at: 0 },
        { do: 'share', at: 0 },
        { do: 'enter', at: 1 },
      ] as const),
    ],
  },
];

describe('a group call comes right after', () => {
  for (const { what, ...found } of FOUND) {
    it(what, async () => {
      await run({
        ...found,
        encrypted: false,
        skews: [0, 0, 0, 0, 0, 0],
        fates: [{ lost: false, twice: false, delay: 0 }],
      });
    });
  }
});
