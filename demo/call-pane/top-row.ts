import type { CallSnapshot } from 'famedly-calls';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import type { IconName } from '../icons.ts';
import { Control } from './control.ts';
import { duration } from './duration.ts';
import { phaseOf } from './phase.ts';

export interface TopFacts {
  readonly snapshot: CallSnapshot | null;
  readonly name: string;
  readonly lasted: number | null;
  readonly encrypted: boolean;
  /** Name and duration stand in the middle of the pane already. */
  readonly bare: boolean;
  readonly statistics: boolean;
}

/** Who it is and for how long, and what the other side does. */
export class TopRow {
  readonly element = element('div', { class: 'top' });
  readonly #who = element('span', { class: 'chip' });
  readonly #name = element('b', { class: 'cut' });
  readonly #time = element('span', { class: 'time' });
  readonly #lock = icon('lock', 'small');
  readonly #muted = chip('mic-off');
  readonly #shares = chip('screen');
  readonly #sharing = chip('screen');
  readonly #statistics: Control;

  constructor(toggleStatistics: () => void) {
    this.#who.append(this.#name, this.#time, this.#lock);
    this.#statistics = new Control('raised from-600', toggleStatistics);
    this.element.append(this.#who, this.#muted, this.#shares, this.#sharing, this.#statistics.element);
  }

  /** Returns what it says of the other side and of sharing, for those who listen. */
  show({ snapshot, name, lasted, encrypted, bare, statistics }: TopFacts): string {
    const talking = phaseOf(snapshot) === 'talking';
    this.element.hidden = !talking;
    if (snapshot === null || !talking) return '';
    const first = name.split(' ')[0] ?? name;
    this.#who.hidden = bare;
    setText(this.#name, name);
    setText(this.#time, lasted === null ? '' : duration(lasted));
    this.#lock.style.display = encrypted ? '' : 'none';
    tell(this.#muted, snapshot.remote.microphoneMuted ? `${first} is muted` : '');
    tell(this.#shares, snapshot.remote.screensharing ? `${first} is sharing a screen` : '');
    tell(this.#sharing, snapshot.local.screen === 'on' ? 'You are sharing your screen' : '');
    this.#statistics.show({ icon: 'signal', label: 'Connection details', pressed: statistics });
    return [this.#muted, this.#shares, this.#sharing]
      .filter(({ hidden }) => !hidden)
      .map(({ textContent }) => textContent)
      .join('. ');
  }
}

function chip(drawing: IconName): HTMLElement {
  return element(
    'span',
    { class: 'chip', hidden: true },
    icon(drawing, 'small'),
    element('span', { class: 'words' }),
  );
}

function tell(target: HTMLElement, words: string): void {
  target.hidden = words === '';
  const text = target.querySelector('.words');
  if (text !== null && words !== '') setText(text, words);
}
