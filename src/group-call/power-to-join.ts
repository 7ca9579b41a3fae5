import { MEMBER_TYPE } from '../signalling/membership.ts';

const POWER_TYPE = 'm.room.power_levels';

/** `m.room.power_levels` with the specification's defaults filled in. */
export interface Levels {
  readonly users: Readonly<Record<string, number>>;
  readonly usersDefault: number;
  readonly events: Readonly<Record<string, number>>;
  readonly stateDefault: number;
}

export interface PowerToJoin {
  readonly own: number;
  readonly needed: number;
  readonly mayJoin: boolean;
  /** Nobody needs a level of their own. */
  readonly everybodyMay: boolean;
  /** We may change that. */
  readonly mayChange: boolean;
}

/** `null`: the room has no power levels, everybody may do everything. */
export function powerToJoin(levels: Levels | null, userId: string): PowerToJoin {
  if (levels === null) return { own: 0, needed: 0, mayJoin: true, everybodyMay: true, mayChange: true };
  const level = (type: string) => ownOr(levels.events, type, levels.stateDefault);
  const own = ownOr(levels.users, userId, levels.usersDefault);
  const needed = level(MEMBER_TYPE);
  return {
    own,
    needed,
    mayJoin: own >= needed,
    everybodyMay: levels.usersDefault >= needed,
    mayChange: own >= level(POWER_TYPE) && own >= needed,
  };
}

/** A user or a type may be named like what every object has. */
function ownOr(numbers: Readonly<Record<string, number>>, name: string, otherwise: number): number {
  return Object.hasOwn(numbers, name) ? (numbers[name] ?? otherwise) : otherwise;
}
