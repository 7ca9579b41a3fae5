import * as v from 'valibot';

/*
 * How a homeserver says that an event may not be delayed for so long (MSC4140): older ones with an error code and the
 * limit in the answer, newer ones with M_FORBIDDEN or a code of its own, and the limit in /capabilities.
 */

const delay = v.pipe(
  v.number(),
  v.check((ms) => ms > 0 && ms < Infinity),
);

const olderAnswer = v.object({
  'org.matrix.msc4140.errcode': v.literal('M_MAX_DELAY_EXCEEDED'),
  'org.matrix.msc4140.max_delay': v.fallback(v.nullish(delay, null), null),
});
const newerAnswer = v.object({
  errcode: v.picklist(['M_FORBIDDEN', 'ORG.MATRIX.MSC4140_DELAY_TOO_LARGE']),
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
  const older = v.safeParse(olderAnswer, body);
  if (older.success) return { most: older.output['org.matrix.msc4140.max_delay'] };
  return v.is(newerAnswer, body) ? { most: null } : null;
}

/** ms; from the `capabilities` of /capabilities; `null`: it names none. */
export function readDelayLimit(content: unknown): number | null {
  const parsed = v.safeParse(capabilities, content);
  return parsed.success ? parsed.output['org.matrix.msc4140.delayed_events'].max_delay_ms : null;
}
