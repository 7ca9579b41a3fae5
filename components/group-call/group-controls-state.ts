import type { ControlsState } from '../parts/controls/controls.ts';
import type { GroupView } from './group-view.ts';

/** What the dock and *More* show. */
export function groupControlsState({ snapshot, overlay }: GroupView): ControlsState {
  const { microphone = 'off', camera = 'off', screen = 'off' } = snapshot?.local ?? {};
  return {
    stage: 'call',
    microphone,
    camera,
    screen,
    voice: false,
    canShare: 'getDisplayMedia' in ((navigator.mediaDevices as object | undefined) ?? {}),
    onHold: false,
    canSendTones: false,
    open: overlay,
  };
}
