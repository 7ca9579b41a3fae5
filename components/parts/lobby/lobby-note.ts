import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupCallSnapshot, MediaProblem } from '../../../src/index.ts';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { wholeGroupWords } from '../../locales/whole-group-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { noteTokens } from '../../theme/note-tokens.styles.ts';
import { announce } from '../announcer/announce.ts';
import { icon } from '../icon/icon.ts';
import { request } from '../request.ts';
import { lobbyNoteOf } from './lobby-note-of.ts';
import type { LobbyNote } from './lobby-note-of.ts';
import { lobbyNoteStyles } from './lobby-note.styles.ts';

/** ms of going in, after which somebody may want to do something else. */
const LONG = 4000;

/**
 * @summary What to know before joining: devices that are not to be had, a server that does not answer, many people. Else `hidden`.
 * @csspart note - The plate.
 * @fires famedly-request - `mute-microphone`, `mute-camera`, `hangup`, `use-server`.
 */
export class FamedlyLobbyNote extends LitElement {
  static override properties = {
    words: { attribute: false },
    snapshot: { attribute: false },
    directLimit: { attribute: false },
    canUseServer: { attribute: false },
  };
  static override styles = [baseStyles, buttonStyles, lobbyNoteStyles];

  declare words: GroupFirstWords;
  declare snapshot: GroupCallSnapshot | null;
  /** From so many people, with us, a server would serve better; `null` where there is one in use. */
  declare directLimit: number | null;
  /** There is a server to change to. */
  declare canUseServer: boolean;
  #note: LobbyNote | null = null;
  #problems: readonly MediaProblem[] = [];
  /** They are tried again. */
  #busy = false;
  #joining = false;
  #takesLong = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  constructor() {
    super();
    this.snapshot = null;
    this.directLimit = null;
    this.canUseServer = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    bringColours(this.getRootNode());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#time(false);
  }

  protected override willUpdate(): void {
    const { snapshot, directLimit, canUseServer } = this;
    this.#note = null;
    if (snapshot === null || !this.isConnected) return;
    this.#time(snapshot.state === 'entering');
    this.#problems = problemsOf(snapshot, this.#problems);
    this.#busy = this.#problems.some(({ slot }) => slot !== null && snapshot.local[slot] === 'opening');
    this.#note = lobbyNoteOf({
      words: wholeGroupWords(this.words),
      snapshot,
      problems: this.#problems,
      takesLong: this.#takesLong,
      directLimit,
      canUseServer,
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#note === null) return nothing;
    const { kind, icon: drawing, title, lines, steps, action } = this.#note;
    return html`<div class="note ${kind}" part="note" role="note">
      <div class="text">
        ${icon(drawing, 'm')}
        <div>
          ${title === '' ? nothing : html`<p><b>${title}</b></p>`}
          ${lines.map((line) => html`<p>${line}</p>`)}
          ${
            steps.length === 0
              ? nothing
              : html`<ol>
                  ${steps.map((step) => html`<li>${step}</li>`)}
                </ol>`
          }
        </div>
      </div>
      ${
        action === null
          ? nothing
          : html`<button
              class="button small"
              type="button"
              aria-busy=${this.#busy ? 'true' : nothing}
              @click=${this.#act}
            >
              ${action.label}
            </button>`
      }
    </div>`;
  }

  protected override updated(): void {
    const note = this.#note;
    this.hidden = note === null;
    const lobby = this.closest('famedly-lobby');
    if (note === null) lobby?.removeAttribute('noted');
    else lobby?.setAttribute('noted', note.steps.length > 0 ? 'long' : '');
    this.#say();
  }

  readonly #act = (): void => {
    if (this.#busy) return;
    for (const what of this.#note?.action?.requests ?? []) request(this, what);
  };

  /** As people come and go, it is not said again that they are many; what was tried in vain is. */
  #say(): void {
    const { kind = '', title = '', lines = [], steps = [] } = this.#note ?? {};
    const text = [...(title === '' ? [] : [`${title}.`]), ...lines, ...steps].join(' ');
    const said = this.#busy ? '' : kind === 'many' ? kind : text;
    if (said !== '' && said !== this.#said) announce(this.getRootNode() as ShadowRoot, text, 'polite');
    this.#said = said;
  }

  #time(joining: boolean): void {
    if (joining === this.#joining) return;
    this.#joining = joining;
    this.#takesLong = false;
    clearTimeout(this.#timer);
    if (!joining) return;
    this.#timer = setTimeout(() => {
      this.#takesLong = true;
      this.requestUpdate();
    }, LONG);
  }
}

/** Those of microphone and camera; what is tried again has its problem until it is known how that went. */
function problemsOf(
  { problems, local }: GroupCallSnapshot,
  before: readonly MediaProblem[],
): readonly MediaProblem[] {
  return (['microphone', 'camera'] as const).flatMap((slot) => {
    const known = local[slot] === 'opening' ? [...problems, ...before] : problems;
    return known.find((problem) => problem.slot === slot) ?? [];
  });
}

/** A call in progress brings them, too. */
function bringColours(root: Node): void {
  const { styleSheet } = noteTokens;
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  // High contrast, which may have come before, has the last word.
  root.adoptedStyleSheets.unshift(styleSheet);
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-lobby-note': FamedlyLobbyNote;
  }
}
