import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { firstName } from '../../locales/first-name.ts';
import type { Banner } from '../../parts/banner/banner.ts';
import type { Control } from '../../parts/controls/control.ts';
import { inCallControls } from '../../parts/controls/in-call-controls.ts';
import type { Person } from '../../engine-link/people.ts';
import { icon } from '../../parts/icon/icon.ts';
import type { HeaderNote } from '../../parts/header/header.ts';
import { micOff } from '../../parts/icon/icons.ts';
import { screen, volume } from '../../parts/icon/in-call-icons.ts';
import { controlsState } from '../controls-state.ts';
import { renderCard } from './render-card.ts';
import { isLive } from '../scene.ts';
import { bannerOf } from './banner-of.ts';
import { cardOf } from './cards.ts';
import type { InCallView } from './in-call-view.ts';
import { renderOverlay } from './render-overlay.ts';
import { viewsOf } from './views-of.ts';

export type Rendered = TemplateResult | typeof nothing;

/** What a call in progress, or one that is over, adds to the frame. */
export interface InCallParts {
  readonly header: Rendered;
  readonly centre: Rendered;
  /** Under the name of a voice call. */
  readonly duration: Rendered;
  readonly over: Rendered;
  /** What the dock has more of. */
  readonly controls: readonly (Control | null)[];
}

export function renderInCall(view: InCallView): InCallParts {
  const card = cardOf(view);
  return {
    header: isLive(view.scene) ? renderHeader(view) : nothing,
    centre: card === null ? (view.scene === 'share' ? renderShare(view) : nothing) : renderCard(view, card),
    duration:
      view.scene === 'voice' && bannerOf(view) === null
        ? html`<famedly-duration
            .since=${view.snapshot?.connectedAt ?? null}
            .tag=${view.tag}
          ></famedly-duration>`
        : nothing,
    controls: view.snapshot?.connectedAt == null ? [] : inCallControls(view.words, controlsState(view)),
    over: html`${renderOverlay(view)}<famedly-toasts part="toasts" .toasts=${view.toasts}></famedly-toasts>`,
  };
}

function renderHeader(view: InCallView): TemplateResult {
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

function renderBanner({ words }: InCallView, banner: Banner): TemplateResult {
  return html`<famedly-banner part="banner" .words=${words} .banner=${banner}></famedly-banner>`;
}

/** In the place of the banner: one press, and everything is heard. */
function renderSoundButton({ words }: InCallView): TemplateResult {
  return html`<famedly-banner
    part="banner"
    .words=${words}
    .banner=${{ kind: 'button', label: words.turnSoundOn, icon: volume, request: { do: 'allow-sound' } }}
  ></famedly-banner>`;
}

/** Chips beside the name. */
function notesOf({ words, peer, snapshot, scene }: InCallView): readonly HeaderNote[] {
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

function renderShare({ call, peer, self, words, snapshot }: InCallView): TemplateResult {
  const { local, remote } = snapshot ?? {};
  const person = (
    { name, userId, avatar }: Person,
    stream: MediaStream | null | undefined,
    label: string,
    muted: boolean,
    mirrored: boolean,
  ) =>
    html`<famedly-tile
      ?mirrored=${mirrored}
      .stream=${stream ?? null}
      .name=${name}
      .userId=${userId}
      .avatar=${avatar}
      .label=${label}
      >${muted ? html`${icon(micOff, 's')}<span class="for-ears">${words.muted}</span>` : nothing}</famedly-tile
    >`;
  return html`<div class="share">
    <div class="screen">
      <famedly-tile
        .stream=${call?.remoteScreenSharingStream ?? null}
        .name=${words.sharedScreen}
        .userId=${peer.userId}
      ></famedly-tile>
    </div>
    <div class="strip">
      ${person(peer, remote?.cameraMuted === false ? call?.remoteUserMediaStream : null, firstName(peer.name), remote?.microphoneMuted ?? false, false)}
      ${person(self, local?.camera === 'on' ? call?.localUserMediaStream : null, words.you, local?.microphone !== 'on', true)}
    </div>
  </div>`;
}
