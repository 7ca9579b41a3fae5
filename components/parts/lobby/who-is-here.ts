import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupFirstWords } from '../../locales/group-language.ts';

export interface LobbyPerson {
  readonly userId: string;
  /** What they are called in a sentence. */
  readonly firstName: string;
  /** A `blob:` URL, or empty. */
  readonly avatar: string;
}

/** So many faces are shown, and so many named. */
const faces = 3;

/** Faces and names of those who are in already. */
export function whoIsHere(words: GroupFirstWords, people: readonly LobbyPerson[]): TemplateResult {
  if (people.length === 0) return html`<p class="caption">${words.nobodyIsHere}</p>`;
  const all = people.length <= faces;
  const names = people.slice(0, all ? faces : faces - 1).map(({ firstName }) => firstName);
  const others = all ? [] : [words.others(people.length - names.length)];
  return html`<div class="here">
    <span class="stack"
      >${people
        .slice(0, faces)
        .map(
          ({ firstName, userId, avatar }) =>
            html`<famedly-avatar .name=${firstName} .userId=${userId} .src=${avatar}></famedly-avatar>`,
        )}</span
    >
    <p class="caption">${words.areHere([...names, ...others])}</p>
  </div>`;
}
