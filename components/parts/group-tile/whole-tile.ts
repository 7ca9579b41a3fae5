import { html, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { wholeGroupWords } from '../../locales/whole-group-words.ts';
import { extend } from '../../theme/extend.ts';
import { groupRequest } from '../group-request.ts';
import { hand, key, pin } from '../icon/group-icons.ts';
import { icon } from '../icon/icon.ts';
import { lockOpen } from '../icon/lobby-icons.ts';
import { screen, signal1 } from '../icon/in-call-icons.ts';
import { extendTiles } from './group-tile.ts';
import type { FamedlyGroupTile } from './group-tile.ts';
import { groupTileStyles } from './group-tile.styles.ts';
import { wholeTileStyles } from './whole-tile.styles.ts';

/** From now on tiles show who speaks, raised hands, reactions, pins and what is wrong. */
export function showWholeTiles(): void {
  extend(groupTileStyles, wholeTileStyles);
  extendTiles({
    inPlate: ({ tile, words }) => html`
      ${tile.screen ? icon(screen, 's') : nothing}
      ${
        tile.speaking
          ? html`<span class="voice"
              ><i></i><i></i><i></i><span class="for-ears">${wholeGroupWords(words).speaking}</span></span
            >`
          : nothing
      }
    `,
    over: (of) => html`
      ${of.tile.locked ? renderLocked(of) : nothing}
      ${of.tile.connection === 'failed' ? renderFailed(of) : nothing}
      ${of.tile.hand === null ? nothing : renderHand(of, of.tile.hand)} ${renderMarks(of)}
      ${of.tile.reaction === null ? nothing : renderReaction(of, of.tile.reaction)}
    `,
  });
}

function renderHand({ words }: FamedlyGroupTile, place: number): TemplateResult {
  return html`<span class="hand" part="hand"
    >${icon(hand, 's')}<span aria-hidden="true">${place}</span
    ><span class="for-ears">${wholeGroupWords(words).handRaisedAt(place)}</span></span
  >`;
}

function renderMarks(of: FamedlyGroupTile): TemplateResult {
  const { tile } = of;
  const words = wholeGroupWords(of.words);
  return html`<div class="marks">
    <button
      class="pin"
      part="pin"
      type="button"
      tabindex=${of.stop ? 0 : -1}
      aria-label=${words.pin(of.label)}
      aria-pressed=${tile.pinned ? 'true' : 'false'}
      @click=${() => of.pin()}
      @dblclick=${(event: Event) => event.stopPropagation()}
    >
      ${icon(pin, 's')}
    </button>
    ${tile.weak ? renderMark(signal1, words.weak) : nothing}
    ${tile.unencrypted ? renderMark(lockOpen, words.notEncrypted) : nothing}
  </div>`;
}

function renderMark(drawing: SVGTemplateResult, word: string): TemplateResult {
  return html`<span part="mark">${icon(drawing, 's')}<span class="for-ears">${word}</span></span>`;
}

function renderReaction({ words }: FamedlyGroupTile, reaction: string): TemplateResult {
  return html`<span
    class="reaction"
    part="reaction"
    role="img"
    aria-label="${wholeGroupWords(words).reaction}: ${reaction}"
    >${reaction}</span
  >`;
}

function renderLocked(of: FamedlyGroupTile): TemplateResult {
  const { name, participant } = of.tile;
  const words = wholeGroupWords(of.words);
  return html`<div class="locked">
    ${icon(key)}<b>${words.cannotBeDecrypted}</b>
    <p>${words.keyIsMissing(name)}</p>
    <button
      class="button small"
      type="button"
      @click=${() => groupRequest(of, { do: 'ask-for-key', participant })}
    >
      ${words.askForKey}
    </button>
  </div>`;
}

function renderFailed(of: FamedlyGroupTile): TemplateResult {
  const { name, participant } = of.tile;
  const words = wholeGroupWords(of.words);
  return html`<div class="locked failed">
    <b>${words.noConnection}</b>
    <button
      class="button small"
      type="button"
      aria-label="${words.tryAgain}: ${name}"
      @click=${() => groupRequest(of, { do: 'reconnect', participant })}
    >
      ${words.tryAgain}
    </button>
  </div>`;
}
