import type { CallSnapshot } from 'famedly-calls';
import { element } from '../element.ts';
import type { CallActions } from './call-actions.ts';
import { Control } from './control.ts';
import { cameraState, holdState, microphoneState, screenState } from './control-states.ts';
import { phaseOf } from './phase.ts';

/** The controls of a call that goes on; what a narrow pane lacks is under *More*. */
export class Dock {
  readonly element = element('div', { class: 'dock', role: 'toolbar', 'aria-label': 'Call' });
  readonly more: Control;
  readonly #microphone: Control;
  readonly #camera: Control;
  readonly #screen: Control;
  readonly #hold: Control;
  readonly #end: Control;

  constructor(actions: CallActions, openMore: () => void) {
    this.#microphone = new Control('microphone', actions.microphone);
    this.#camera = new Control('camera', actions.camera);
    this.#screen = new Control('screen from-320', actions.screen);
    this.#hold = new Control('hold from-600', actions.hold);
    this.more = new Control('below-600', openMore);
    this.#end = new Control('end', actions.hangup);
    const controls = [this.#microphone, this.#camera, this.#screen, this.#hold, this.more, this.#end];
    this.element.append(...controls.map((control) => control.element));
  }

  /** The control knows whether a press may do something now. */
  key(key: string): void {
    const controls: Readonly<Record<string, Control>> = {
      m: this.#microphone,
      v: this.#camera,
      s: this.#screen,
    };
    controls[key]?.element.click();
  }

  show(snapshot: CallSnapshot, menuIsOpen: boolean): void {
    this.#microphone.show(microphoneState(snapshot));
    this.#camera.show(cameraState(snapshot));
    this.#screen.show(screenState(snapshot));
    this.#hold.show(holdState(snapshot));
    this.more.show({ icon: 'more', label: 'More' });
    this.more.element.ariaHasPopup = 'menu';
    this.more.element.ariaExpanded = String(menuIsOpen);
    const outgoing = phaseOf(snapshot) === 'outgoing';
    this.#end.show({ icon: 'phone-down', label: outgoing ? 'Cancel' : 'Hang up' });
  }
}
