import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hue } from '../parts/avatar/hue.ts';
import type { Banner } from '../parts/banner/banner.ts';
import type { HeaderNote } from '../parts/header/header.ts';
import { micOff, screen, volume } from '../parts/icon/icons.ts';
import { firstName } from '../engine-link/people.ts';
import { bannerOf } from './banner-of.ts';
import type { CallView } from './call-view.ts';
import { controlsState } from './controls-state.ts';
import { cardOf } from './cards.ts';
import { renderOverlay } from './render-overlay.ts';
import { incomingLine, outgoingLine } from './ringing-of.ts';
import { isLive } from './scene.ts';
import { viewsOf } from './views-of.ts';

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
const RINGING: ReadonlySet<string> = new Set(['outgoing', 'incoming', 'connecting', 'voice']);

export function renderCall(view: CallView): TemplateResult {
  const { scene } = view;
  const live = isLive(scene);
  return html`
    ${renderStage(view)}
    <div class="frame">
      ${live || scene === 'incoming' ? renderHeader(view) : nothing} ${renderCentre(view)}
      ${scene === 'share' ? renderShare(view) : nothing} ${live ? renderSelf(view) : nothing}
      ${live ? renderControls(view) : nothing} ${renderOverlay(view)}
      <famedly-toasts part="toasts" .words=${view.words} .toasts=${view.toasts}></famedly-toasts>
    </div>
    <famedly-announcer></famedly-announcer>
  `;
}

function renderStage({ scene, peer, call, snapshot, words }: CallView): TemplateResult {
  const tinted = TINTED.has(scene) ? ' tint' : '';
  const tile = html`<famedly-tile
    bare
    .stream=${call?.remoteUserMediaStream ?? null}
    .showVideo=${true}
    .name=${peer.name}
    .userId=${peer.userId}
    .avatar=${peer.avatar}
    .frozen=${snapshot?.state === 'reconnecting'}
    .words=${words}
  ></famedly-tile>`;
  return html`<div class="stage${tinted}" data-hue=${hue(peer.userId)} part="stage">
    ${scene === 'video' ? tile : nothing}
  </div>`;
}

function renderHeader(view: CallView): TemplateResult {
  const { scene, words, peer, snapshot } = view;
  const banner = bannerOf(view);
  const named = scene === 'video' || scene === 'share' || (scene === 'voice' && banner !== null);
  const onMedia = scene === 'video';
  return html`<famedly-call-header
    part="header"
    .onMedia=${onMedia}
    .words=${words}
    .name=${named ? peer.name : null}
    .since=${named ? (snapshot?.connectedAt ?? null) : null}
    .encrypted=${view.encrypted && (named || scene === 'voice')}
    .tag=${view.tag}
    .notes=${named || scene === 'voice' ? notesOf(view) : []}
    .views=${viewsOf(view)}
  >
    ${view.soundBlocked ? renderSoundButton(view) : banner === null ? nothing : renderBanner(view, banner)}
  </famedly-call-header>`;
}

function renderBanner({ words }: CallView, banner: Banner): TemplateResult {
  return html`<famedly-banner part="banner" .words=${words} .banner=${banner}></famedly-banner>`;
}

/** In the place of the banner: one press, and everything is heard. */
function renderSoundButton({ words }: CallView): TemplateResult {
  return html`<famedly-banner
    part="banner"
    .words=${words}
    .banner=${{ kind: 'button', label: words.turnSoundOn, icon: volume, request: { do: 'allow-sound' } }}
  ></famedly-banner>`;
}

/** Chips beside the name. */
function notesOf({ words, peer, snapshot, scene }: CallView): readonly HeaderNote[] {
  const notes: HeaderNote[] = [];
  if (snapshot === null) return notes;
  if (scene === 'share') notes.push({ icon: screen, short: '', long: words.isSharing(firstName(peer.name)) });
  if (snapshot.remote.microphoneMuted && scene !== 'share') {
    notes.push({ icon: micOff, short: words.muted, long: words.isMuted(firstName(peer.name)) });
  }
  if (snapshot.local.screen === 'on')
    notes.push({ icon: screen, short: words.sharing, long: words.youAreSharing });
  return notes;
}

function renderCentre(view: CallView): TemplateResult | typeof nothing {
  const card = cardOf(view);
  if (card !== null) {
    const place = isLive(view.scene) ? 'centre' : 'centre whole';
    const content = html`<famedly-card
      class=${place}
      part="card"
      .words=${view.words}
      .card=${card}
    ></famedly-card>`;
    return SLOTTED.has(view.scene) ? html`<slot name=${view.scene} class="whole">${content}</slot>` : content;
  }
  if (view.scene === 'loading') return renderLoading(view);
  return RINGING.has(view.scene) ? renderRinging(view) : nothing;
}

const SLOTTED: ReadonlySet<string> = new Set(['idle', 'ended', 'missed', 'problem']);

function renderRinging(view: CallView): TemplateResult {
  const { scene, words, peer, snapshot } = view;
  const incoming = scene === 'incoming';
  const type = snapshot?.type ?? 'voice';
  const hint = type === 'video' ? words.devicesStayOff : words.microphoneStaysOff;
  const lines: Readonly<Record<string, string>> = {
    incoming: incomingLine(view),
    outgoing: outgoingLine(view),
    connecting: words.connecting,
  };
  return html`<famedly-ringing
    class=${incoming ? 'centre whole' : 'centre'}
    part="ringing"
    .words=${words}
    .kind=${scene}
    .type=${type}
    .name=${peer.name}
    .userId=${peer.userId}
    .avatar=${peer.avatar}
    .line=${lines[scene] ?? ''}
    .hint=${incoming ? hint : ''}
    .canSilence=${incoming && !view.silenced}
    >${
      scene === 'voice' && bannerOf(view) === null
        ? html`<famedly-duration .since=${snapshot?.connectedAt ?? null} .tag=${view.tag}></famedly-duration>`
        : nothing
    }</famedly-ringing
  >`;
}

function renderLoading({ words, unreachable }: CallView): TemplateResult {
  const line = unreachable ? words.serverUnreachable : words.loading;
  return html`<famedly-card
    class="centre whole"
    part="card"
    .words=${words}
    .card=${{ picture: 'busy', title: line, lines: unreachable ? [words.serverUnreachableHint] : [], actions: [] }}
  ></famedly-card>`;
}

function renderShare({ call, peer, self, words, snapshot }: CallView): TemplateResult {
  const ownVideo = snapshot?.local.camera === 'on';
  return html`<div class="share">
    <famedly-tile
      fit="contain"
      .stream=${call?.remoteScreenSharingStream ?? null}
      .showVideo=${true}
      .name=${words.sharedScreen}
      .userId=${peer.userId}
      .words=${words}
    ></famedly-tile>
    <div class="strip">
      <famedly-tile
        .stream=${call?.remoteUserMediaStream ?? null}
        .showVideo=${snapshot?.remote.cameraMuted === false}
        .name=${peer.name}
        .userId=${peer.userId}
        .avatar=${peer.avatar}
        .label=${firstName(peer.name)}
        .muted=${snapshot?.remote.microphoneMuted ?? false}
        .words=${words}
      ></famedly-tile>
      <famedly-tile
        mirrored
        .stream=${call?.localUserMediaStream ?? null}
        .showVideo=${ownVideo}
        .name=${self.name}
        .userId=${self.userId}
        .avatar=${self.avatar}
        .label=${words.you}
        .muted=${snapshot?.local.microphone !== 'on'}
        .words=${words}
      ></famedly-tile>
    </div>
  </div>`;
}

/** Where the camera is on: from the first ring to the end, in one place. */
function renderSelf({ scene, call, snapshot, self, words }: CallView): TemplateResult | typeof nothing {
  const shown =
    snapshot?.local.camera === 'on' &&
    scene !== 'share' &&
    scene !== 'hold' &&
    scene !== 'held' &&
    scene !== 'blocked';
  if (!shown) return nothing;
  return html`<famedly-self-view
    part="self-view"
    .stream=${call?.localUserMediaStream ?? null}
    .showVideo=${true}
    .name=${self.name}
    .userId=${self.userId}
    .avatar=${self.avatar}
    .words=${words}
  ></famedly-self-view>`;
}

function renderControls(view: CallView): TemplateResult {
  return html`<famedly-controls
    part="controls"
    exportparts="control, end"
    .onMedia=${view.scene === 'video'}
    .words=${view.words}
    .state=${controlsState(view)}
  ></famedly-controls>`;
}
