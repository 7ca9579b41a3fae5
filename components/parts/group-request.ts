/** What a person asks for in a group call alone; the rest goes as `Request`. */
export type GroupRequest =
  | { readonly do: 'join' | 'rejoin' | 'use-server' | 'copy-invite-link' | 'allow-everybody' }
  | { readonly do: 'raise-hand'; readonly on: boolean }
  | { readonly do: 'save-data' | 'blur-background'; readonly on: boolean }
  | { readonly do: 'lay-out'; readonly layout: 'grid' | 'spotlight' }
  /** Tries the connection with somebody again. */
  | { readonly do: 'reconnect'; readonly participant: string }
  /** A tile to the stage, or back. */
  | { readonly do: 'pin'; readonly tile: string; readonly on: boolean }
  | { readonly do: 'show-people'; readonly on: boolean }
  | { readonly do: 'ask-for-key'; readonly participant: string }
  | { readonly do: 'mute-for-me'; readonly participant: string; readonly muted: boolean }
  /** 0 to 1. */
  | { readonly do: 'set-volume'; readonly participant: string; readonly volume: number }
  | { readonly do: 'react'; readonly key: string };

/** Goes up from a part to the public element around it, and no further. */
export class GroupRequestEvent extends Event {
  static readonly type = 'famedly-group-request';
  readonly request: GroupRequest;

  constructor(request: GroupRequest) {
    super(GroupRequestEvent.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'famedly-group-request': GroupRequestEvent;
  }
}

/** Sends a request up from a part. */
export function groupRequest(part: HTMLElement, what: GroupRequest): void {
  part.dispatchEvent(new GroupRequestEvent(what));
}
