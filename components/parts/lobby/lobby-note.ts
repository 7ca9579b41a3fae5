import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { wholeGroupWords } from '../../locales/whole-group-words.ts';
import { accentTokens } from '../../theme/accent-tokens.styles.ts';
import { extend } from '../../theme/extend.ts';
import { groupRequest } from '../group-request.ts';
import { icon } from '../icon/icon.ts';
import { info } from '../icon/seldom-icons.ts';
import type { FamedlyLobby } from './lobby.ts';
import { lobbyNoteStyles } from './lobby-note.styles.ts';
import { lobbyStyles } from './lobby.styles.ts';

/** Says that there are many people for direct connections. */
export type LobbyNote = (lobby: FamedlyLobby) => TemplateResult;

export function lobbyNote(): LobbyNote {
  extend(lobbyStyles, lobbyNoteStyles);
  return (lobby) => {
    bringColours(lobby.getRootNode());
    const words = wholeGroupWords(lobby.words);
    const change = () => groupRequest(lobby, { do: 'use-server' });
    return html`<div class="note" part="note" role="note">
      <p>${icon(info, 'm')}${words.manyForDirect(lobby.people.length + 1)}</p>
      ${
        lobby.canUseServer
          ? html`<button class="button small" type="button" @click=${change}>${words.useServer}</button>`
          : nothing
      }
    </div>`;
  };
}

/** A call in progress brings them, too. */
function bringColours(root: Node): void {
  const { styleSheet } = accentTokens;
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  // High contrast, which may have come before, has the last word.
  root.adoptedStyleSheets.unshift(styleSheet);
}
