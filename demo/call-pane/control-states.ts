import type { CallSnapshot, SlotState } from 'famedly-calls';
import type { ControlState } from './control.ts';
import { phaseOf } from './phase.ts';

function isOff(state: SlotState): boolean {
  return state !== 'on' && state !== 'opening';
}

export function microphoneState({ local, localOnHold, remoteOnHold }: CallSnapshot): ControlState {
  const off = isOff(local.microphone);
  return {
    icon: off ? 'mic-off' : 'mic',
    label: off ? 'Unmute (M)' : 'Mute (M)',
    pressed: off,
    pending: local.microphone === 'opening',
    failed: local.microphone === 'failed',
    disabled: localOnHold || remoteOnHold ? 'the call is on hold' : null,
  };
}

export function cameraState(snapshot: CallSnapshot): ControlState {
  const { local, type, localOnHold, remoteOnHold } = snapshot;
  const off = isOff(local.camera);
  // In a voice call the camera is not off: there is a switch to video.
  const resting = off && type === 'voice' && local.camera === 'off';
  const early = resting && phaseOf(snapshot) !== 'talking' ? 'when you are connected' : null;
  return {
    icon: off && !resting ? 'camera-off' : 'camera',
    label: resting ? 'Switch to video (V)' : off ? 'Camera on (V)' : 'Camera off (V)',
    pressed: off && !resting,
    pending: local.camera === 'opening',
    failed: local.camera === 'failed',
    disabled: localOnHold || remoteOnHold ? 'the call is on hold' : early,
  };
}

export function screenState(snapshot: CallSnapshot): ControlState {
  const on = snapshot.local.screen === 'on';
  const { localOnHold, remoteOnHold } = snapshot;
  const talking = phaseOf(snapshot) === 'talking';
  const held = localOnHold || remoteOnHold;
  return {
    icon: on ? 'screen-off' : 'screen',
    label: on ? 'Stop sharing (S)' : 'Share screen (S)',
    pressed: on,
    pending: snapshot.local.screen === 'opening',
    disabled: !talking ? 'when you are connected' : held && !on ? 'the call is on hold' : null,
  };
}

export function holdState(snapshot: CallSnapshot): ControlState {
  return {
    icon: snapshot.remoteOnHold ? 'resume' : 'hold',
    label: snapshot.remoteOnHold ? 'Resume' : 'Hold',
    pressed: snapshot.remoteOnHold,
    disabled: phaseOf(snapshot) === 'talking' ? null : 'when you are connected',
  };
}
