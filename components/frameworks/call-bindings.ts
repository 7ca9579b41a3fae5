import type { LitElement } from 'lit';
import type {
  FamedlyCall,
  FamedlyCallEndEvent,
  FamedlyCallErrorEvent,
  FamedlyCallIncomingEvent,
  FamedlyCallMissedEvent,
  FamedlyCallStartEvent,
  FamedlyCallStateEvent,
} from '../index.ts';

/** What a page sets on `<famedly-call>` by properties. */
export type CallProperties = Partial<
  Omit<FamedlyCall, keyof LitElement | 'call' | 'answer' | 'reject' | 'hangup'>
>;

/** What it sets by attributes that are not named as the property. */
export interface CallAttributes {
  'room-id'?: FamedlyCall['roomId'];
  'callee-device'?: FamedlyCall['calleeDevice'];
  'ice-policy'?: FamedlyCall['icePolicy'];
  'user-id'?: FamedlyCall['userId'];
  'device-id'?: FamedlyCall['deviceId'];
  'access-token'?: string;
}

export interface CallEvents {
  'famedly-call-incoming': FamedlyCallIncomingEvent;
  'famedly-call-start': FamedlyCallStartEvent;
  'famedly-call-state': FamedlyCallStateEvent;
  'famedly-call-missed': FamedlyCallMissedEvent;
  'famedly-call-end': FamedlyCallEndEvent;
  'famedly-call-error': FamedlyCallErrorEvent;
}

/** `onfamedly-call-start={…}`, as React and Svelte have it. */
export type CallListeners = {
  [Name in keyof CallEvents as `on${Name}`]?: (event: CallEvents[Name]) => void;
};
