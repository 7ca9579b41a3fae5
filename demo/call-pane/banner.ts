import type { CallSnapshot } from 'famedly-calls';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import { problemWords } from './problem-words.ts';

interface Notice {
  readonly words: string;
  readonly spins?: boolean;
  readonly action?: 'sound' | 'retry';
}

const labels = { sound: 'Turn sound on', retry: 'Try again' } as const;

/** The worst that is wrong now, in a sentence, for as long as it is; silent while all is well. */
export class Banner {
  readonly element = element('div', { class: 'banner', hidden: true });
  readonly #sign = element('span', { class: 'sign' });
  readonly #words = element('span');
  readonly #button = element('button', { type: 'button', class: 'word small' });
  #action: 'sound' | 'retry' | null = null;
  #spins: boolean | null = null;

  constructor(press: (action: 'sound' | 'retry') => void) {
    this.element.append(this.#sign, this.#words, this.#button);
    this.#button.addEventListener('click', () => {
      if (this.#action !== null) press(this.#action);
    });
  }

  /** Returns the sentence, for those who listen. */
  show(snapshot: CallSnapshot | null, silent: boolean): string {
    const notice = snapshot === null ? null : noticeOf(snapshot, silent);
    this.element.hidden = notice === null;
    this.#action = notice?.action ?? null;
    this.#button.hidden = this.#action === null;
    if (this.#action !== null) setText(this.#button, labels[this.#action]);
    setText(this.#words, notice?.words ?? '');
    const spins = notice?.spins ?? false;
    if (spins !== this.#spins) {
      this.#spins = spins;
      this.#sign.replaceChildren(spins ? element('span', { class: 'spinner' }) : icon('warning', 'medium'));
    }
    return notice?.words ?? '';
  }
}

function noticeOf(snapshot: CallSnapshot, silent: boolean): Notice | null {
  if (snapshot.state === 'ended' || snapshot.state === 'ringing') return null;
  if (snapshot.state === 'reconnecting') {
    return { words: 'Reconnecting… Stay here, this usually takes a few seconds.', spins: true };
  }
  if (silent) return { words: 'The browser keeps the sound off.', action: 'sound' };
  const problem = problemWords(snapshot);
  if (problem !== null) {
    const opening = Object.values(snapshot.local).includes('opening');
    return opening ? { words: problem } : { words: problem, action: 'retry' };
  }
  return snapshot.signallingInterrupted
    ? { words: 'Signalling is interrupted. The call goes on.', spins: true }
    : null;
}
