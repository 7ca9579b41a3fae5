import type { LitElement } from 'lit';
import type { FamedlyGroupCall, GroupCallEventMap } from '../group.ts';

/** What a page sets on `<famedly-group-call>` by properties. */
export type GroupCallProperties = Partial<Omit<FamedlyGroupCall, keyof LitElement | 'join' | 'leave'>>;

/** What it sets by attributes that are not named as the property. */
export interface GroupCallAttributes {
  'room-id'?: FamedlyGroupCall['roomId'];
  'call-id'?: FamedlyGroupCall['callId'];
  'direct-limit'?: FamedlyGroupCall['directLimit'];
  'invite-link'?: FamedlyGroupCall['inviteLink'];
  'user-id'?: FamedlyGroupCall['userId'];
  'device-id'?: FamedlyGroupCall['deviceId'];
  'access-token'?: string;
}

/** `onfamedly-participants={…}`, as React and Svelte have it. */
export type GroupCallListeners = {
  [Name in keyof GroupCallEventMap as `on${Name}`]?: (event: GroupCallEventMap[Name]) => void;
};
