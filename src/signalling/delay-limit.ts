import * as v from 'valibot';
import { oneOf, orNull, parsed } from '../foundation/schemas.ts';

/*
 * How a homeserver says that an event may not be delayed for so long (MSC4140): older ones with an error code and the
 * limit in the answer, newer ones with M_FORBIDDEN or a code of its own, and the limit in /capabilities.
 */

const delay = v.custom<number>((ms) => typeof ms === 'number' && ms > 0 && ms < Infinity);

const olderAnswer = v.object({
  'org.matrix.msc4140.errcode': oneOf('M_MAX_DELAY_EXCEEDED'),
  'org.matrix.msc4140.max_delay': orNull(delay),
});
const newerAnswer = v.object({
  errcode: oneOf('M_FORBIDDEN', 'ORG.MATRIX.MSC4140_DELAY_TOO_LARGE'),
});
const capabilities = v.object({
  'org.matrix.msc4140.delayed_events': v.object({ max_delay_ms: delay }),
});

export interface DelayRefusal {
  /** ms; `null`: the answer does not name it. */
  readonly most: number | null;
}

/** What the body of a refusal says of the delay; `null`: nothing, it was refused for another reason. */
export function readDelayRefusal(body: unknown): DelayRefusal | null {
  const older = parsed(olderAnswer, body);
  if (older) return { most: older['org.matrix.msc4140.max_delay'] };
  return parsed(newerAnswer, body) ? { most: null } : null;
}

/** ms; from the `capabilities` of /capabilities; `null`: it names none. */
export function readDelayLimit(content: unknown): number | null {
  const named = parsed(capabilities, content);
  return named ? named['org.matrix.msc4140.delayed_events'].max_delay_ms : null;
}
