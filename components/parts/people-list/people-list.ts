import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { groupRequest } from '../group-request.ts';
import { hand, link, pin, volumeOff } from '../icon/group-icons.ts';
import { icon } from '../icon/icon.ts';
import { mic, micOff } from '../icon/icons.ts';
import { close, more, volume } from '../icon/in-call-icons.ts';
import { rowStyles } from '../sheet/row.styles.ts';
import type { ListedPerson } from './listed-person.ts';
import { peopleListStyles } from './people-list.styles.ts';

/**
 * @summary Who is in the call, what there is to know of each, and how loud they are for us. Needs `famedly-avatar`.
 * @csspart head - Heading and close button.
 * @csspart person - A row.
 * @csspart about - What can be done about somebody.
 * @csspart invite - Copies the link.
 * @fires famedly-group-request - `show-people` (close), `pin`, `mute-for-me`, `set-volume`, `copy-invite-link`.
 */
export class FamedlyPeopleList extends LitElement {
  static override properties = {
    people: { attribute: false },
    canInvite: { type: Boolean, attribute: 'can-invite' },
    words: { attribute: false },
    opened: { state: true },
  };
  static override styles = [baseStyles, contentStyles, buttonStyles, rowStyles, peopleListStyles];

  /** In the order in which they are shown. */
  declare people: readonly ListedPerson[];
  declare canInvite: boolean;
  declare words: Words & GroupWords;
  /** The participant of whom there is more. */
  declare private opened: string | null;

  constructor() {
    super();
    this.people = [];
    this.canInvite = false;
    this.opened = null;
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('opened')) this.renderRoot.querySelector('.about')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const { words, people } = this;
    return html`
      <div class="head" part="head">
        <h2 id="head">${words.people} <span class="numbers">${people.length}</span></h2>
        <button class="round" type="button" aria-label=${words.close} @click=${this.#close}>
          ${icon(close)}
        </button>
      </div>
      <ul class="list" aria-labelledby="head">
        ${repeat(
          people,
          ({ participant }) => participant,
          (person) => html`<li>${this.#person(person)}${this.#about(person)}</li>`,
        )}
      </ul>
      ${this.canInvite ? this.#invite() : nothing}
    `;
  }

  #person(person: ListedPerson): TemplateResult {
    const { words } = this;
    const { participant, muted } = person;
    const name = this.#nameOf(person);
    const opened = this.opened === participant;
    return html`<div class="person" part="person">
      <famedly-avatar .name=${person.name} .userId=${person.userId} .src=${person.avatar}></famedly-avatar>
      <span class="who"><bdi class="cut">${name}</bdi>${this.#status(person)}</span>
      <span class="heard ${muted ? '' : 'usual'}"
        >${icon(muted ? micOff : mic, 'm')}${
          muted ? html`<span class="for-ears">${words.muted}</span>` : nothing
        }</span
      >
      <button
        class="round"
        type="button"
        aria-label=${words.moreAbout(name)}
        aria-expanded=${opened ? 'true' : 'false'}
        @click=${() => (this.opened = opened ? null : participant)}
      >
        ${icon(more)}
      </button>
    </div>`;
  }

  /** The one thing that matters most. */
  #status({ handRaised, mutedForMe, weak, speaking }: ListedPerson): TemplateResult | typeof nothing {
    const { words } = this;
    const line = (text: string, drawing?: SVGTemplateResult) =>
      html`<small>${drawing ? icon(drawing, 's') : nothing}<span class="cut">${text}</span></small>`;
    if (handRaised) return line(words.handRaised, hand);
    if (mutedForMe) return line(words.quietForYou, volumeOff);
    if (weak) return line(words.weak);
    return speaking ? line(words.speaking) : nothing;
  }

  #about(person: ListedPerson): TemplateResult | typeof nothing {
    const { words } = this;
    const { participant, self, mutedForMe, pinned, tile } = person;
    if (this.opened !== participant) return nothing;
    return html`<div class="about" part="about">
      ${self ? nothing : this.#volume(person)}
      ${
        self
          ? nothing
          : row(mutedForMe ? volume : volumeOff, mutedForMe ? words.unmuteForMe : words.muteForMe, () =>
              groupRequest(this, { do: 'mute-for-me', participant, muted: !mutedForMe }),
            )
      }
      ${row(pin, pinned ? words.unpinShort : words.pinShort, () =>
        groupRequest(this, { do: 'pin', tile, on: !pinned }),
      )}
    </div>`;
  }

  #volume({ participant, volume: loudness }: ListedPerson): TemplateResult {
    const set = ({ currentTarget }: Event): void => {
      const { valueAsNumber } = currentTarget as HTMLInputElement;
      groupRequest(this, { do: 'set-volume', participant, volume: valueAsNumber / 100 });
    };
    return html`<label class="volume"
      >${this.words.volume}<input
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(loudness * 100)}
        @input=${set}
    /></label>`;
  }

  #invite(): TemplateResult {
    return html`<div class="foot">
      <button
        class="button"
        part="invite"
        type="button"
        @click=${() => groupRequest(this, { do: 'copy-invite-link' })}
      >
        ${icon(link, 'm')}${this.words.copyInviteLink}
      </button>
    </div>`;
  }

  #nameOf({ self, name }: ListedPerson): string {
    return self ? this.words.you : name;
  }

  readonly #close = (): void => groupRequest(this, { do: 'show-people', on: false });

  /** First what is open within, then the list. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.opened === null) this.#close();
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.opened = null;
  }
}

function row(drawing: SVGTemplateResult, label: string, act: () => void): TemplateResult {
  return html`<button class="row" type="button" @click=${act}>${icon(drawing, 'm')}${label}</button>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-people-list': FamedlyPeopleList;
  }
}
