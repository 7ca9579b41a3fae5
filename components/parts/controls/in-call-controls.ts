import type { SlotState } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';
import { hold, keypad, more, resume, screen, screenOff } from '../icon/in-call-icons.ts';
import { overlayControl } from './control.ts';
import type { Control } from './control.ts';
import type { ControlsState } from './controls.ts';

/** What the dock has beside microphone, camera and devices while a call goes on. */
export function inCallControls(words: Words, state: ControlsState): readonly (Control | null)[] {
  const { open, canShare, canSendTones, onHold } = state;
  return [
    canShare ? { ...screenControl(words, state.screen), key: 'S', from: 'from-320' } : null,
    { ...holdControl(words, onHold), from: 'from-600' },
    canSendTones ? { ...overlayControl('keypad', keypad, words.keypad, open), from: 'from-1024' } : null,
    overlayControl('more', more, words.more, open),
  ];
}

export function holdControl(words: Words, onHold: boolean): Control {
  return {
    icon: onHold ? resume : hold,
    label: onHold ? words.resume : words.hold,
    request: { do: 'hold', on: !onHold },
    on: onHold,
  };
}

export function screenControl(words: Words, state: SlotState): Control {
  const shares = state === 'on';
  return {
    icon: shares ? screenOff : screen,
    label: shares ? words.stopSharing : words.shareScreen,
    request: { do: 'share-screen', on: !shares },
    on: shares,
    pending: state === 'opening',
  };
}
