import type { FamedlyGroupCall, GroupCallEventMap } from '../group.ts';

type Settable =
  | 'roomId'
  | 'callId'
  | 'application'
  | 'scope'
  | 'backend'
  | 'lobby'
  | 'layout'
  | 'directLimit'
  | 'inviteLink'
  | 'theme'
  | 'homeserver'
  | 'userId'
  | 'deviceId'
  | 'client'
  | 'tokenProvider'
  | 'voip'
  | 'session';

/** What a page sets on `<famedly-group-call>` by properties. */
export type GroupCallProperties = { [Name in Settable]?: FamedlyGroupCall[Name] };

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
