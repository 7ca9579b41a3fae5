import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { overlayControl } from '../../parts/controls/control.ts';
import type { Control } from '../../parts/controls/control.ts';
import { screenControl } from '../../parts/controls/in-call-controls.ts';
import { smile } from '../../parts/icon/group-bar-icons.ts';
import { hand } from '../../parts/icon/group-icons.ts';
import { more } from '../../parts/icon/in-call-icons.ts';
import { groupControlsState } from '../group-controls-state.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** Beside microphone, camera and devices: share, hand, reactions and *More*. */
export function groupControls(view: GroupInCallView): readonly (Control | null)[] {
  const { words, handRaised } = view;
  const state = groupControlsState(view);
  return [
    state.canShare ? { ...screenControl(words, state.screen), key: 'S', from: 'from-600' } : null,
    { ...handControl(words, handRaised), key: 'H', from: 'from-320' },
    { ...overlayControl('reactions', smile, words.react, state.open), from: 'from-600' },
    overlayControl('group-more', more, words.more, state.open),
  ];
}

function handControl(words: Words & GroupWords, raised: boolean): Control {
  return {
    icon: hand,
    label: raised ? words.lowerHand : words.raiseHand,
    request: { do: 'raise-hand', on: !raised },
    on: raised,
  };
}
