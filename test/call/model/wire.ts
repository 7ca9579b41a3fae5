import { buildCallEvent } from '../../../src/signalling/build-call-event.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import { parseCallEvent } from '../../../src/signalling/parse-call-event.ts';
import type { SimulatedCall } from './simulated-call.ts';

/** An event in a room's timeline. */
export interface Wire {
  readonly event: CallEvent;
  readonly sender: string;
  readonly roomId: string;
  readonly sentAt: number;
  /** Who really speaks; `null` for a stranger to the call. */
  readonly from: SimulatedCall | null;
}

const KNOWN_TO_VERSION_0 = new Set(['m.call.invite', 'm.call.answer', 'm.call.candidates', 'm.call.hangup']);

/** What arrives of an event that was sent: it went through JSON, or through a client of version 0. */
export function overTheWire(event: CallEvent, old: boolean): CallEvent[] {
  return buildCallEvent(event)
    .slice(0, 1)
    .flatMap(({ type, content }) => {
      const spoken = old && type === 'm.call.reject' ? 'm.call.hangup' : type;
      if (old && !KNOWN_TO_VERSION_0.has(spoken)) return [];
      const { party_id: partyId, ...rest } = content;
      const parsed = parseCallEvent(spoken, old ? { ...rest, version: 0 } : { ...rest, party_id: partyId });
      if (parsed?.ok !== true) throw new Error(`what we send does not parse: ${type}`);
      return [parsed.event];
    });
}
