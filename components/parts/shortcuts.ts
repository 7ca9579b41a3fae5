import type { MediaSlot, SlotState } from '../../src/index.ts';
import type { Overlay, Request } from './request.ts';

/** What the keys are about while a call goes on. */
export interface KeyFacts {
  readonly local: Readonly<Record<MediaSlot, SlotState>>;
  readonly canShare: boolean;
}

/** What a key asks for while focus is in the element; `null` where it is none of ours. */
export function shortcut(
  event: KeyboardEvent,
  call: KeyFacts | null,
  overlay: Overlay | null,
): Request | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
  if (event.key === 'Escape') return overlay === null ? null : { do: 'open', overlay: null };
  if (call === null) return null;
  const { microphone, camera, screen } = call.local;
  switch (event.key.toLowerCase()) {
    case 'm':
      return { do: 'mute-microphone', muted: flows(microphone) };
    case 'v':
      return { do: 'mute-camera', muted: flows(camera) };
    case 's':
      return call.canShare ? { do: 'share-screen', on: screen !== 'on' } : null;
    case '?':
      return { do: 'open', overlay: overlay === 'help' ? null : 'help' };
    default:
      return null;
  }
}

/** What is being opened can be muted already. */
function flows(state: SlotState): boolean {
  return state === 'on' || state === 'opening';
}
