import type { SVGTemplateResult } from 'lit';
import type { SlotState } from '../../../src/index.ts';
import type { FirstWords } from '../../locales/first-words.ts';
import { camera, cameraOff, mic, micOff } from '../icon/icons.ts';
import type { Overlay, Request } from '../request.ts';

/** One round button: the label says what a press will do. */
export interface Control {
  readonly icon: SVGTemplateResult;
  readonly label: string;
  readonly request: Request;
  /** Filled with ink: off, or on where off is the rule. */
  readonly on?: boolean;
  /** The browser is asked. */
  readonly pending?: boolean;
  /** It was wanted and is not to be had. */
  readonly failed?: boolean;
  /** On the keyboard. */
  readonly key?: string;
  /** Class of the widths at which it is there. */
  readonly from?: 'from-320' | 'from-600' | 'from-1024';
  /** It opens something over the call. */
  readonly opens?: boolean;
}

export function microphoneControl(words: FirstWords, state: SlotState): Control {
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

export function cameraControl(words: FirstWords, state: SlotState, voice: boolean): Control {
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

export function overlayControl(
  which: Overlay,
  drawing: SVGTemplateResult,
  label: string,
  open: Overlay | null,
): Control {
  const on = open === which;
  return { icon: drawing, label, request: { do: 'open', overlay: on ? null : which }, on, opens: true };
}
