import { choice, text } from '../engine-link/choice.ts';

/** What the page asks for by attributes and properties. */
export interface GroupWishes {
  readonly roomId: string;
  readonly callId: string;
  readonly application: string;
  readonly scope: string;
  readonly backend: 'auto' | 'mesh';
  readonly lobby: 'on' | 'off';
  readonly layout: 'auto' | 'grid' | 'spotlight';
  readonly directLimit: number;
  readonly inviteLink: string;
}

/** From so many people on, each of them sends to more than a usual line carries. */
export const USUAL_DIRECT_LIMIT = 6;

/** Reads what a page may have set to anything. */
export function groupWishesOf(host: Readonly<Record<keyof GroupWishes, unknown>>): GroupWishes {
  const limit = Number(host.directLimit);
  return {
    roomId: text(host.roomId),
    callId: text(host.callId),
    application: text(host.application),
    scope: text(host.scope),
    backend: choice('backend', text(host.backend), ['auto', 'mesh']),
    lobby: choice('lobby', text(host.lobby), ['on', 'off']),
    layout: choice('layout', text(host.layout), ['auto', 'grid', 'spotlight']),
    directLimit: limit >= 2 ? limit : USUAL_DIRECT_LIMIT,
    inviteLink: text(host.inviteLink),
  };
}
