import { register } from '../../register.ts';
import { extend } from '../../theme/extend.ts';
import { FamedlyBlurSwitch } from '../blur-switch/blur-switch.ts';
import { showSeldomControls } from '../controls/seldom-controls.ts';
import { FamedlyLevelMeter } from '../level-meter/level-meter.ts';
import { FamedlyLobbyNote } from './lobby-note.ts';
import { besideNoteStyles } from './lobby-note.styles.ts';
import { lobbyStyles } from './lobby.styles.ts';

/**
 * How loud somebody is, what they can hide, and what to know before joining: that the network is away could not be fetched
 * once it is.
 */
export function showMore(): void {
  // They mark the device that failed.
  showSeldomControls();
  extend(lobbyStyles, besideNoteStyles);
  register({
    'famedly-level-meter': FamedlyLevelMeter,
    'famedly-blur-switch': FamedlyBlurSwitch,
    'famedly-lobby-note': FamedlyLobbyNote,
  });
}
