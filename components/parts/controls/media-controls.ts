import type { SVGTemplateResult } from 'lit';
import type { SlotState } from '../../../src/index.ts';
import type { FirstWords } from '../../locales/first-words.ts';
import { camera, cameraOff, mic, micOff, screen, screenOff } from '../icon/icons.ts';
import type { Request } from '../request.ts';

/** A device in words: the label says what a press will do. */
export interface MediaControl {
  readonly icon: SVGTemplateResult;
  readonly label: string;
  readonly request: Request;
  /** Filled with ink: off, or on where off is the rule. */
  readonly on?: boolean;
  /** The browser is asked. */
  readonly pending?: boolean;
  /** It was wanted and is not to be had. */
  readonly failed?: boolean;
}

export function microphoneControl(words: FirstWords, state: SlotState): MediaControl {
  const flows = state === 'on' || state === 'opening';
  return {
    icon: flows ? mic : micOff,
    label: flows ? words.mute : words.unmute,
    request: { do: 'mute-microphone', muted: flows },
    on: !flows,
    pending: state === 'opening',
    failed: state === 'failed',
  };
}

export function cameraControl(words: FirstWords, state: SlotState, voice: boolean): MediaControl {
  const flows = state === 'on' || state === 'opening';
  const rests = voice && state === 'off';
  const label = rests ? words.switchToVideo : words.cameraOn;
  return {
    icon: flows || rests ? camera : cameraOff,
    label: flows ? words.cameraOff : label,
    request: { do: 'mute-camera', muted: flows },
    on: !flows && !rests,
    pending: state === 'opening',
    failed: state === 'failed',
  };
}

export function screenControl(words: FirstWords, state: SlotState): MediaControl {
  const shares = state === 'on';
  return {
    icon: shares ? screenOff : screen,
    label: shares ? words.stopSharing : words.shareScreen,
    request: { do: 'share-screen', on: !shares },
    on: shares,
    pending: state === 'opening',
  };
}
