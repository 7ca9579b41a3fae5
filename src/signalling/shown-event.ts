import * as v from 'valibot';
import { within } from '../foundation/schemas.ts';
import { parseContent } from './parse-content.ts';

/** Pixels of a picture's shorter side where it is on the screen; 0: it is not. */
export interface ShownSizes {
  readonly camera: number;
  readonly screen: number;
}

/** How large the sender shows what the receiver sends: only this engine says it, and only to its like. */
export interface ShownEvent extends ShownSizes {
  readonly kind: 'shown';
  readonly callId: string;
  readonly partyId: string;
}

export type ParsedShownEvent =
  | { readonly ok: true; readonly event: ShownEvent }
  /** `reason` names the field, never its content. */
  | { readonly ok: false; readonly reason: string };

const MOST_PIXELS = 2 ** 14;
const pixels = v.custom<number>(
  (size) => Number.isInteger(size) && (size as number) >= 0 && (size as number) <= MOST_PIXELS,
);
const id = within(1, 255);
const shownContent = v.object({
  call_id: id,
  party_id: id,
  shown: v.object({ 'm.usermedia': pixels, 'm.screenshare': pixels }),
});

export function parseShownEvent(content: unknown): ParsedShownEvent {
  const parsed = parseContent(shownContent, content);
  if (!parsed.ok) return parsed;
  const { call_id: callId, party_id: partyId, shown } = parsed.content;
  const sizes = { camera: shown['m.usermedia'], screen: shown['m.screenshare'] };
  return { ok: true, event: { kind: 'shown', callId, partyId, ...sizes } };
}

export function buildShownContent({ callId, partyId, camera, screen }: ShownEvent): Record<string, unknown> {
  const shown = { 'm.usermedia': camera, 'm.screenshare': screen };
  return { call_id: callId, party_id: partyId, version: '1', shown };
}
