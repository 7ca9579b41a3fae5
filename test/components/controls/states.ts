import type { ControlsState } from '../../../components/parts/controls/controls.ts';

/** A video call that goes on, in which everything is there. */
export const inCall: ControlsState = {
  stage: 'call',
  microphone: 'on',
  camera: 'on',
  screen: 'off',
  voice: false,
  canShare: true,
  onHold: false,
  canSendTones: true,
  open: null,
};
