import type { EventSource } from '../foundation/emitter.ts';

/** A device in a group call as its media go: `failed` is tried again all the time. */
export type ParticipantConnection = 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** `null`: it sends none. */
export interface ParticipantStreams {
  readonly userMediaStream: MediaStream | null;
  readonly screenStream: MediaStream | null;
}

/** What one other participant sends. */
export interface ParticipantMedia extends ParticipantStreams {
  readonly userId: string;
  readonly deviceId: string;
  readonly connection: ParticipantConnection;
  /** It is not connected, and has not been for some seconds. */
  readonly takesLong: boolean;
  /** Weak where people hear it, in either direction. */
  readonly quality: 'good' | 'weak';
  readonly microphoneMuted: boolean;
  readonly cameraMuted: boolean;
  /** Nothing was sent to it: the keys of the device are not known, and the room is encrypted. */
  readonly unreachable: boolean;
}

export interface MediaBackendEvents {
  /** The media of the participant with this id changed, came or went. */
  media: string;
}

/** What a group session asks of its media: mesh, or an SFU. Participants have ids (`userId:deviceId`). */
export interface MediaBackend extends EventSource<MediaBackendEvents> {
  /** In the order in which they came. Whoever left by a hangup, or for good, is not in it. */
  readonly participants: readonly string[];
  media(participant: string): ParticipantMedia | null;
  /** How loud everybody is now, 0 to 1, by participant. Cheap enough for ten times a second. */
  levels(): ReadonlyMap<string, number>;
  /** Tries a participant's connection again from the start. */
  retry(participant: string): void;
  /**
   * Says goodbye to everybody; nothing flows afterwards, and no event follows. Resolves when they are told, or cannot be
   * told.
   */
  close(): Promise<void>;
}
