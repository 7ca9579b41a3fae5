import type { CallType } from '../../src/index.ts';
import { choice, text } from '../engine-link/choice.ts';

/** What the page asks for by attributes and properties. */
export interface Wishes {
  readonly roomId: string;
  readonly callee: string;
  readonly calleeDevice: string;
  readonly type: CallType;
  readonly listen: boolean;
  readonly glare: 'ring' | 'answer';
  readonly icePolicy: 'all' | 'relay';
}

/** Reads what a page may have set to anything. */
export function wishesOf(host: Readonly<Record<keyof Wishes, unknown>>): Wishes {
  return {
    roomId: text(host.roomId),
    callee: text(host.callee),
    calleeDevice: text(host.calleeDevice),
    type: choice('type', text(host.type), ['video', 'voice']),
    listen: host.listen === true,
    glare: choice('glare', text(host.glare), ['ring', 'answer']),
    icePolicy: choice('ice-policy', text(host.icePolicy), ['all', 'relay']),
  };
}
