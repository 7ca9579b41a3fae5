import { extend } from '../../theme/extend.ts';
import { controlsStyles } from './controls.styles.ts';
import { seldomControlsStyles } from './seldom-controls.styles.ts';

export { moveFocus } from './move-focus.ts';

/** Controls have words from now on, and all that a call can have. */
export function showSeldomControls(): void {
  extend(controlsStyles, seldomControlsStyles);
}
