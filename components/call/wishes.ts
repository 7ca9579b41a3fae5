import type { CallType } from '../../src/index.ts';
import type { Account } from '../engine-link/account.ts';
import { choice } from './choice.ts';

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

/** An attribute that is taken away is `null`, and frameworks set properties to `undefined`: nothing is wished then. */
function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
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

/** `null` where the page has not named a whole one. */
export function accountOf(host: Readonly<Record<keyof Account, unknown>>): Account | null {
  const account = {
    homeserver: text(host.homeserver),
    userId: text(host.userId),
    deviceId: text(host.deviceId),
  };
  return Object.values(account).includes('') ? null : account;
}
