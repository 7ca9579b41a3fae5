import type { ControlsState } from '../parts/controls/controls.ts';
import type { CallView } from './call-view.ts';

/** What the dock and *More* show. */
export function controlsState({ snapshot, overlay }: CallView): ControlsState {
  const { microphone = 'off', camera = 'off', screen = 'off' } = snapshot?.local ?? {};
  return {
    stage: snapshot?.connectedAt == null ? 'before' : 'call',
    microphone,
    camera,
    screen,
    voice: snapshot?.type === 'voice' && camera === 'off',
    canShare: 'getDisplayMedia' in ((navigator.mediaDevices as object | undefined) ?? {}),
    onHold: snapshot?.remoteOnHold ?? false,
    canSendTones: snapshot?.canSendDTMF ?? false,
    open: overlay,
  };
}
