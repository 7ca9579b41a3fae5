import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { devicesInUse } from '../engine-link/devices-in-use.ts';
import { firstName } from '../locales/first-name.ts';
import { liveRegions } from '../parts/announcer/announce.ts';
import { groupBannerOf } from './group-banner.ts';
import { groupCardOf } from './group-cards.ts';
import { groupControls, groupControlsState } from './group-controls.ts';
import { isBefore, isIn } from './group-scene.ts';
import type { GroupView } from './group-view.ts';
import { renderGroupOverlay } from './render-group-overlay.ts';

export function renderGroup(view: GroupView): TemplateResult {
  const { scene } = view;
  return html`
    <div class="frame ${isIn(scene) ? 'group' : ''}" tabindex="-1">
      ${isIn(scene) ? renderCall(view) : renderSlotted(view)} ${renderGroupOverlay(view)}
      <famedly-toasts part="toasts" .toasts=${view.toasts}></famedly-toasts>
    </div>
    ${liveRegions}
  `;
}

/** Scenes whose middle a page may replace. */
const SLOTTED: ReadonlySet<string> = new Set(['problem', 'left']);

function renderSlotted(view: GroupView): TemplateResult | typeof nothing {
  const { scene } = view;
  const middle = isBefore(scene) ? renderLobby(view) : renderCard(view);
  return SLOTTED.has(scene) ? html`<slot name=${scene}>${middle}</slot>` : middle;
}

function renderCard(view: GroupView): TemplateResult | typeof nothing {
  const card = groupCardOf(view);
  return card === null
    ? nothing
    : html`<famedly-card class="centre whole" part="card" .words=${view.words} .card=${card}></famedly-card>`;
}

function renderLobby(view: GroupView): TemplateResult {
  const { words, snapshot, call, self, opened } = view;
  const stream = call?.localUserMediaStream ?? null;
  const people = (snapshot?.participants ?? []).map(({ userId }) => {
    const { name, avatar } = view.person(userId);
    return { userId, avatar, firstName: firstName(name) };
  });
  return html`<famedly-lobby
    class="centre whole"
    part="lobby"
    exportparts="preview, join"
    .words=${words}
    .heading=${view.roomName}
    .people=${people}
    .directLimit=${view.directLimit}
    .encrypted=${view.encrypted}
    .stream=${stream}
    .name=${self.name}
    .userId=${self.userId}
    .avatar=${self.avatar}
    .microphone=${snapshot?.local.microphone ?? 'off'}
    .camera=${snapshot?.local.camera ?? 'off'}
    .devices=${opened.devices}
    .selected=${devicesInUse(stream, view.speaker)}
    .canChooseSpeaker=${'setSinkId' in HTMLMediaElement.prototype}
    .open=${opened.overlay}
    .joining=${view.scene === 'entering'}
  ></famedly-lobby>`;
}

function renderCall(view: GroupView): TemplateResult {
  const { words, snapshot, scene, opened } = view;
  const banner = groupBannerOf(view);
  return html`
    <div class="top">
      <famedly-group-bar
        part="header"
        .words=${words}
        .name=${view.roomName}
        .since=${snapshot?.enteredAt ?? null}
        .tag=${view.tag}
        .encrypted=${view.encrypted}
        .layout=${scene}
        .count=${(snapshot?.participants.length ?? 0) + 1}
        .peopleShown=${opened.people}
        .canFullScreen=${document.fullscreenEnabled}
        .isFullScreen=${view.isFullScreen}
      ></famedly-group-bar>
      ${
        banner === null
          ? nothing
          : html`<famedly-banner part="banner" .words=${words} .banner=${banner}></famedly-banner>`
      }
    </div>
    <div class="middle ${opened.people ? 'with-people' : ''}">
      <famedly-grid
        part="grid"
        exportparts="tile, video, plate"
        .tiles=${view.tiles}
        .stage=${view.stage}
        .words=${words}
      ></famedly-grid>
      ${
        opened.people
          ? html`<famedly-people-list
              part="people"
              .people=${view.listed}
              .canInvite=${true}
              .words=${words}
            ></famedly-people-list>`
          : nothing
      }
    </div>
    ${renderControls(view)}
  `;
}

function renderControls(view: GroupView): TemplateResult {
  const { words } = view;
  return html`<famedly-controls
    part="controls"
    exportparts="control, end"
    .words=${{ ...words, end: words.leave }}
    .state=${groupControlsState(view)}
    .inCall=${groupControls(view)}
  ></famedly-controls>`;
}
