import type { VoIP } from 'famedly-calls';
import { colourOf } from '../avatar.ts';
import { element, setText } from '../element.ts';
import { icon } from '../icons.ts';
import { AnswerRow } from './answer-row.ts';
import { Banner } from './banner.ts';
import { callActions } from './call-actions.ts';
import { centreContent } from './centre-content.ts';
import type { CentreAction } from './centre-content.ts';
import { Centre } from './centre.ts';
import { CurrentCall } from './current-call.ts';
import { Dock } from './dock.ts';
import { MoreMenu } from './more-menu.ts';
import { hasDock, phaseOf } from './phase.ts';
import type { Phase } from './phase.ts';
import { Scene } from './scene.ts';
import { StatisticsLine } from './statistics-line.ts';
import { Toast } from './toast.ts';
import { TopRow } from './top-row.ts';

export interface CallPaneOptions {
  readonly voip: VoIP;
  /** Who is called from here. */
  readonly callee: { readonly userId: string; readonly roomId: string };
  readonly nameOf: (userId: string, roomId: string) => string;
}

/** One person's calls: everything that is on their screen. It shows the session's snapshot and hands presses to the session. */
export class CallPane {
  readonly element = element('section', { class: 'call' });
  readonly #options: CallPaneOptions;
  readonly #disposed = new AbortController();
  readonly #call: CurrentCall;
  readonly #actions = callActions(
    () => this.#call.session,
    (words) => this.#tell(words),
  );
  readonly #frame = element('div', { class: 'frame', tabindex: '-1' });
  readonly #scene = new Scene(() => this.#update());
  readonly #top = new TopRow(() => this.#toggleStatistics());
  readonly #banner = new Banner((action) =>
    action === 'sound' ? this.#scene.playSound() : this.#actions.retry(),
  );
  readonly #statistics = new StatisticsLine();
  readonly #centre = new Centre((press) => this.#press(press));
  readonly #answers = new AnswerRow(this.#actions);
  readonly #silence = element(
    'button',
    { type: 'button', class: 'word small silence' },
    icon('silence', 'medium'),
    'Silence',
  );
  readonly #dock = new Dock(this.#actions, () => this.#menu.toggle(!this.#menu.isOpen));
  readonly #menu = new MoreMenu(
    this.#actions,
    () => this.#toggleStatistics(),
    () => this.#update(),
  );
  readonly #toast = new Toast();
  readonly #live = element('p', { class: 'unseen', role: 'status' });
  #showsStatistics = false;
  #silenced = false;
  #phase: Phase | null = null;

  constructor(options: CallPaneOptions) {
    this.#options = options;
    const { signal } = this.#disposed;
    this.#call = new CurrentCall(options.voip, () => this.#update(), signal);
    const head = element(
      'div',
      { class: 'head' },
      this.#top.element,
      this.#banner.element,
      this.#statistics.element,
    );
    const foot = element('div', { class: 'foot' }, this.#answers.element, this.#dock.element);
    this.#frame.append(this.#scene.element, head, this.#silence, this.#centre.element, foot);
    this.#frame.append(this.#toast.element, this.#menu.scrim, this.#menu.element, this.#live);
    this.element.append(this.#frame);
    this.#silence.addEventListener('click', () => {
      this.#call.session?.silence();
      this.#silenced = true;
      this.#update();
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    options.voip.port.on('room', () => this.#update(), { signal });
    this.#update();
    const tick = setInterval(() => this.#update(), 1_000);
    signal.addEventListener('abort', () => clearInterval(tick));
  }

  dispose(): void {
    this.#disposed.abort();
    this.#statistics.follow(null);
    this.#scene.show(null, '');
  }

  #update(): void {
    const { snapshot, missed, lasted, session } = this.#call;
    const { voip, callee, nameOf } = this.#options;
    const phase = missed === null ? phaseOf(snapshot) : 'ended';
    const userId = missed?.call.userId ?? snapshot?.peer.userId ?? callee.userId;
    const roomId = missed?.call.roomId ?? snapshot?.roomId ?? callee.roomId;
    const name = nameOf(userId, roomId);
    const hadFocus = this.element.contains(document.activeElement);
    if (phase !== this.#phase) this.#enter(phase);

    this.element.ariaLabel = `Calls with ${name}`;
    this.element.style.setProperty('--_hue', colourOf(userId));
    this.#scene.show(session, name);
    const pictured = this.#scene.element.matches('.picture, .sharing');
    const encrypted = voip.port.room(roomId)?.encrypted === true;
    const note = phase === 'idle' ? this.#noteOf(name) : '';
    const content = centreContent({ snapshot, missed, name, lasted, note });
    this.#centre.show(content, { userId, name });
    this.#centre.element.hidden = phase === 'talking' && pictured;
    const statistics = this.#showsStatistics && phase === 'talking';
    const bare = !this.#centre.element.hidden;
    const doings = this.#top.show({ snapshot, name, lasted, encrypted, bare, statistics });
    this.#statistics.follow(statistics ? session : null);
    const notice = this.#banner.show(snapshot, this.#scene.isSilent);
    this.#answers.element.hidden = phase !== 'incoming';
    this.#silence.hidden = phase !== 'incoming' || this.#silenced;
    this.#dock.element.hidden = !hasDock(phase);
    if (snapshot !== null) {
      this.#answers.show(snapshot);
      this.#dock.show(snapshot, this.#menu.isOpen);
      this.#menu.show(snapshot, this.#showsStatistics);
    }
    this.#announce([content.title, phase === 'talking' ? '' : content.lead, doings, notice]);
    this.#keepFocus(hadFocus);
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#frame.dataset['phase'] = phase;
    if (phase === 'incoming') this.#silenced = false;
    if (!hasDock(phase)) this.#menu.toggle(false);
  }

  /** What should be known before calling. */
  #noteOf(name: string): string {
    const { voip, callee } = this.#options;
    const room = voip.port.room(callee.roomId);
    const member = room?.members.find(({ userId }) => userId === callee.userId);
    if (member?.membership === 'invite') return `${name} was invited and has not joined the room yet.`;
    return room?.encrypted === true ? 'End-to-end encrypted' : '';
  }

  #press(press: CentreAction['press']): void {
    if (press === 'resume') this.#actions.hold();
    else if (press === 'close') this.#call.forget();
    else this.#place(press);
    this.#update();
  }

  #place(press: 'voice' | 'video' | 'again'): void {
    const call = press === 'again' ? this.#call.redial() : { ...this.#options.callee, type: press };
    if (call === null) return;
    try {
      this.#call.place(call);
    } catch {
      this.#tell('The call could not be placed.');
    }
  }

  #toggleStatistics(): void {
    this.#showsStatistics = !this.#showsStatistics;
    this.#update();
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !hasDock(this.#phase ?? 'idle')) return;
    this.#dock.key(event.key.toLowerCase());
  }

  #tell(words: string): void {
    this.#toast.tell(words);
  }

  #announce(parts: readonly string[]): void {
    setText(this.#live, parts.filter((part) => part !== '').join('. '));
  }

  /** A press often removes the pressed button; the keyboard goes on from the pane then. */
  #keepFocus(hadFocus: boolean): void {
    const focused = document.activeElement;
    const kept = focused !== null && this.element.contains(focused) && focused.checkVisibility();
    if (hadFocus && !kept) this.#frame.focus({ preventScroll: true });
  }
}
