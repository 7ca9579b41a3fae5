import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { liveRegions } from '../parts/announcer/announce.ts';
import { hue } from '../parts/avatar/hue.ts';
import type { CallView } from './call-view.ts';
import { controlsState } from './controls-state.ts';
import type { InCallParts } from './in-call/render-in-call.ts';
import { renderIdle } from './render-idle.ts';
import { lineOf } from './ringing-of.ts';
import { isLive } from './scene.ts';

/** Nothing is in the way of a tint while there is somebody to think of. */
const TINTED: ReadonlySet<string> = new Set([
  'idle',
  'outgoing',
  'incoming',
  'connecting',
  'voice',
  'hold',
  'held',
]);
const RINGING: ReadonlySet<string> = new Set([
  'loading',
  'idle',
  'outgoing',
  'incoming',
  'connecting',
  'voice',
]);

/** `inCall`: what is fetched once a call is connected or over. */
export function renderCall(view: CallView, inCall: InCallParts | null): TemplateResult {
  const live = isLive(view.scene);
  return html`
    ${renderStage(view)}
    <div class="frame">
      ${inCall?.header ?? nothing} ${renderCentre(view, inCall)} ${live ? renderSelf(view) : nothing}
      ${live ? renderControls(view, inCall) : nothing} ${inCall?.over ?? nothing}
      ${view.lacks ? html`<p class="button lift small notice" role="alert">${view.words.notAllLoaded}</p>` : nothing}
    </div>
    ${liveRegions}
  `;
}

function renderStage({ scene, peer, call, snapshot }: CallView): TemplateResult {
  const tinted = TINTED.has(scene) ? ' tint' : '';
  // A video that stands ready paints the first picture when it comes.
  const ready = (scene === 'incoming' || scene === 'connecting') && snapshot?.type === 'video';
  const tile = html`<famedly-tile
    class=${ready ? 'ready' : ''}
    bare
    .stream=${call?.remoteUserMediaStream ?? null}
    .name=${peer.name}
    .userId=${peer.userId}
    .avatar=${peer.avatar}
  ></famedly-tile>`;
  const frozen = snapshot?.state === 'reconnecting';
  return html`<div class="stage${tinted}${frozen ? ' frozen' : ''}" data-hue=${hue(peer.userId)} part="stage">
    ${scene === 'video' || ready ? tile : nothing}
  </div>`;
}

function renderCentre(view: CallView, inCall: InCallParts | null): TemplateResult | typeof nothing {
  const { scene } = view;
  const ringing = RINGING.has(scene) ? renderRinging(view, inCall) : (inCall?.centre ?? nothing);
  return SLOTTED.has(scene) ? html`<slot name=${scene}>${ringing}</slot>` : ringing;
}

/** Scenes whose middle a page may replace. */
const SLOTTED: ReadonlySet<string> = new Set(['idle', 'ended', 'missed', 'problem']);

function renderRinging(view: CallView, inCall: InCallParts | null): TemplateResult {
  const { scene, words, peer, snapshot } = view;
  const incoming = scene === 'incoming';
  const loading = scene === 'loading';
  const type = snapshot?.type ?? 'voice';
  const hint = type === 'video' ? words.devicesStayOff : words.microphoneStaysOff;
  return html`<famedly-ringing
    class=${incoming || loading || scene === 'idle' ? 'centre whole' : 'centre'}
    part="ringing"
    .words=${words}
    .kind=${loading ? 'connecting' : scene}
    .type=${type}
    .name=${loading ? '' : peer.name}
    .userId=${peer.userId}
    .avatar=${peer.avatar}
    .line=${lineOf(view)}
    .hint=${incoming ? hint : ''}
    .canSilence=${incoming && !view.silenced}
    >${scene === 'idle' ? renderIdle(view) : (inCall?.duration ?? nothing)}</famedly-ringing
  >`;
}

/** Where the camera is on: from the first ring to the end, in one place. */
function renderSelf({ scene, call, snapshot, self, words }: CallView): TemplateResult | typeof nothing {
  if (WITHOUT_SELF.has(scene) || snapshot?.local.camera !== 'on') return nothing;
  return html`<famedly-self-view part="self-view" .words=${words}
    ><famedly-tile
      mirrored
      .stream=${call?.localUserMediaStream ?? null}
      .name=${self.name}
      .userId=${self.userId}
      .avatar=${self.avatar}
      .label=${words.you}
    ></famedly-tile
  ></famedly-self-view>`;
}

const WITHOUT_SELF: ReadonlySet<string> = new Set(['share', 'hold', 'held', 'blocked']);

function renderControls(view: CallView, inCall: InCallParts | null): TemplateResult {
  return html`<famedly-controls
    part="controls"
    exportparts="control, end"
    .onMedia=${view.scene === 'video'}
    .words=${view.words}
    .state=${controlsState(view)}
    .inCall=${inCall?.controls ?? []}
  ></famedly-controls>`;
}
