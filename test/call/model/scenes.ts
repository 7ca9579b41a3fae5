import type { DeviceAct, DeviceName, InjectedKind, PersonAct, Step, UserName } from './schedule.ts';
import { userOf } from './user-of.ts';

/** Who calls whom, and how the callee would call back. */
export interface Pair {
  readonly caller: DeviceName;
  readonly callee: DeviceName;
  readonly to: UserName | DeviceName;
  readonly back: UserName | DeviceName;
}

type Scene = (pair: Pair, one: Step, two: Step, told: Step) => readonly Step[];

const settle: Step = { do: 'settle' };
const sync: Step = { do: 'sync' };
const work: Step = { do: 'work' };
const shortly: Step = { do: 'wait', ms: 2_100 };
const long: Step = { do: 'wait', ms: 31_000 };

const act = (what: PersonAct | DeviceAct, at: DeviceName): Step => ({ do: what, at });
const media = (at: DeviceName): Step => ({ do: 'media', at });
const place = ({ caller, to }: Pair): Step => ({ do: 'place', at: caller, to, room: 'one' });
const placeBack = ({ callee, back }: Pair): Step => ({ do: 'place', at: callee, to: back, room: 'one' });
const tells = (kind: InjectedKind, at: DeviceName): Step => ({ do: 'inject', by: 'peer', at, kind });

const connect = (pair: Pair): readonly Step[] => [place(pair), settle, act('answer', pair.callee), settle];

const syncs = (at: DeviceName): readonly Step[] => [
  { do: 'deliver', at, count: 1 },
  { do: 'deliver', at, count: 1 },
];
const withoutPath = (pair: Pair): readonly Step[] => [
  place(pair),
  settle,
  act('cut', pair.caller),
  act('answer', pair.callee),
  settle,
];
const interrupted = (pair: Pair): readonly Step[] => [...connect(pair), act('cut', pair.caller), settle];

/** Ways into each state, and what may go on there. */
export const SCENES: readonly Scene[] = [
  // Preparing.
  (pair, one, two) => [place(pair), one, media(pair.caller), two, work, sync],
  (pair, one) => [place(pair), act('hangup', pair.caller), place(pair), one],
  (pair, one) => [place(pair), media(pair.caller), act('hangup', pair.caller), one, settle],
  (pair, one) => [act('break-description', pair.caller), place(pair), work, one, settle],
  (pair, one) => [place(pair), media(pair.caller), { do: 'leave', who: userOf(pair.callee) }, one, settle],
  // Glare: both sent; one prepares its media; one makes its offer.
  (pair, one) => [place(pair), placeBack(pair), one, settle, act('answer', pair.caller), settle],
  (pair, one) => [place(pair), placeBack(pair), work, one, settle, act('answer', pair.callee), settle],
  (pair, one) => [place(pair), work, placeBack(pair), sync, settle, act('answer', pair.callee), one],
  (pair, one) => [place(pair), work, placeBack(pair), media(pair.callee), sync, one, settle],
  // Inviting.
  (pair, one, two) => [place(pair), work, one, sync, two, sync, work],
  (pair, one) => [place(pair), settle, act('reject', pair.callee), one, settle],
  (pair, one, _two, told) => [place(pair), settle, act('gather', pair.caller), told, work, sync, one, sync],
  (pair, one) => [place(pair), settle, tells('candidates', pair.caller), one, sync, settle],
  (pair, one) => [act('refuse-send', pair.caller), place(pair), settle, one],
  (pair) => [place(pair), settle, tells('candidates', pair.caller), sync, act('answer', pair.callee), settle],
  // Ringing.
  (pair, one, two, told) => [place(pair), settle, told, sync, one, sync, two],
  (pair, one) => [
    place(pair),
    settle,
    tells('metadata', pair.callee),
    tells('candidates', pair.callee),
    one,
    sync,
  ],
  (pair, one) => [place(pair), settle, tells('identity', pair.callee), sync, one, sync],
  (pair, one) => [place(pair), settle, tells('select-other', pair.callee), one, sync],
  (pair, one) => [place(pair), settle, act('hangup', pair.callee), one, sync],
  (pair, one) => [act('break-description', pair.callee), place(pair), settle, one, sync],
  // The device was away, and syncs bit by bit what is old by now.
  (pair, one) => [
    place(pair),
    work,
    { do: 'wait', ms: 61_000 },
    ...syncs(pair.callee),
    one,
    ...syncs(pair.callee),
  ],
  // Answering.
  (pair, one, two, told) => [
    place(pair),
    settle,
    act('answer', pair.callee),
    told,
    sync,
    one,
    sync,
    two,
    work,
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('gather', pair.callee),
    one,
    act('answer', pair.callee),
    work,
    sync,
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('gather', pair.callee),
    act('gather', pair.callee),
    media(pair.callee),
    act('answer', pair.callee),
    one,
    work,
  ],
  (pair, one) => [place(pair), settle, act('answer', pair.callee), one, long, settle],
  (pair, one) => [place(pair), settle, act('answer', pair.callee), act('reject', pair.callee), one, settle],
  (pair, one) => [
    place(pair),
    settle,
    act('break-description', pair.callee),
    act('answer', pair.callee),
    one,
    settle,
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('answer', pair.callee),
    tells('metadata', pair.callee),
    tells('candidates', pair.callee),
    tells('identity', pair.callee),
    one,
    sync,
    settle,
  ],
  (pair, one, _two, told) => [
    place(pair),
    settle,
    act('answer', pair.callee),
    { do: 'answer', at: 'any' },
    work,
    told,
    sync,
    one,
    settle,
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('answer', pair.callee),
    { do: 'answer', at: 'any' },
    media(pair.callee),
    sync,
    sync,
    one,
    settle,
  ],
  (pair, one) => [place(pair), settle, act('answer', pair.callee), one, act('hangup', pair.callee), settle],
  (pair, one) => [place(pair), settle, act('answer', pair.callee), act('hangup', pair.caller), sync, one],
  (pair, one) => [
    place(pair),
    settle,
    act('answer', pair.callee),
    tells('select-other', pair.callee),
    one,
    sync,
  ],
  // Connecting without a path.
  (pair, one, two, told) => [
    place(pair),
    settle,
    act('cut', pair.caller),
    act('answer', pair.callee),
    settle,
    told,
    sync,
    one,
    sync,
    two,
    settle,
    act('heal', pair.caller),
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('cut', pair.caller),
    act('answer', pair.callee),
    settle,
    act('flicker', pair.callee),
    settle,
    shortly,
    settle,
    one,
    act('heal', pair.caller),
    settle,
  ],
  (pair, one) => [
    place(pair),
    settle,
    act('cut', pair.callee),
    act('answer', pair.callee),
    settle,
    act('hold', pair.caller),
    settle,
    one,
    long,
  ],
  (pair, one, two, told) => [...withoutPath(pair), told, sync, one, two, sync],
  (pair, one) => [...withoutPath(pair), tells('reject', pair.caller), one, sync],
  (pair, one) => [...withoutPath(pair), tells('select-other', pair.callee), one, sync],
  // Connected.
  (pair, one, two) => [...connect(pair), one, settle, two, settle],
  (pair, one, two, told) => [...connect(pair), told, sync, one, sync, two, sync],
  (pair, one) => [
    ...connect(pair),
    act('hold', pair.caller),
    settle,
    one,
    act('resume', pair.caller),
    settle,
  ],
  (pair, one) => [
    ...connect(pair),
    act('transfer', pair.caller),
    sync,
    act('accept-transfer', pair.callee),
    one,
    settle,
  ],
  (pair, one) => [
    ...connect(pair),
    act('transfer', pair.callee),
    sync,
    act('reject-transfer', pair.caller),
    one,
    settle,
  ],
  // Reconnecting.
  (pair, one, two, told) => [...interrupted(pair), told, sync, one, two, sync],
  (pair, one) => [...interrupted(pair), tells('reject', pair.caller), one, sync],
  (pair, one) => [...interrupted(pair), tells('select-other', pair.callee), one, sync],
  (pair, one) => [...interrupted(pair), tells('select-you', pair.callee), sync, one, settle],
  (pair, one, two, told) => [
    ...connect(pair),
    act('cut', pair.caller),
    settle,
    told,
    sync,
    one,
    sync,
    two,
    settle,
    act('heal', pair.caller),
  ],
  (pair, one) => [
    ...connect(pair),
    act('cut', pair.callee),
    settle,
    shortly,
    settle,
    one,
    act('heal', pair.callee),
    settle,
  ],
  (pair, one) => [
    ...connect(pair),
    act('cut', pair.callee),
    settle,
    act('hold', pair.callee),
    settle,
    one,
    act('assert-identity', pair.caller),
    long,
    settle,
  ],
  (pair, one, two) => [...connect(pair), act('fail', pair.callee), one, settle, two, settle],
];
