import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { devicesInUse } from '../engine-link/devices-in-use.ts';
import { firstName } from '../locales/first-name.ts';
import { liveRegions } from '../parts/announcer/announce.ts';
import { groupControlsState } from './group-controls-state.ts';
import { isBefore, isIn } from './group-scene.ts';
import type { GroupView } from './group-view.ts';
import type { GroupInCallParts } from './in-call/render-in-call.ts';

/** `inCall`: what is fetched once a call is connected or over. */
export function renderGroup(view: GroupView, inCall: GroupInCallParts | null): TemplateResult {
  const { scene, words } = view;
  return html`
    <div class="frame ${isIn(scene) ? 'group' : ''}" tabindex="-1">
      ${isIn(scene) ? renderCall(view, inCall) : renderSlotted(view, inCall)} ${inCall?.over ?? nothing}
      ${view.lacks ? html`<p class="button lift small notice" role="alert">${words.notAllLoaded}</p>` : nothing}
    </div>
    ${liveRegions}
  `;
}

/** Scenes whose middle a page may replace. */
const SLOTTED: ReadonlySet<string> = new Set(['problem', 'left']);

function renderSlotted(view: GroupView, inCall: GroupInCallParts | null): TemplateResult | typeof nothing {
  const { scene } = view;
  if (isBefore(scene)) return renderLobby(view);
  if (scene === 'loading') return renderLoading(view);
  const card = inCall?.card ?? nothing;
  return SLOTTED.has(scene) ? html`<slot name=${scene}>${card}</slot>` : card;
}

function renderLoading({ words, unreachable }: GroupView): TemplateResult {
  return html`<p class="wait"><i></i>${unreachable ? words.serverUnreachable : words.loading}</p>`;
}

function renderLobby(view: GroupView): TemplateResult {
  const { words, snapshot, call, self } = view;
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
    .encrypted=${view.encrypted}
    .stream=${stream}
    .name=${self.name}
    .userId=${self.userId}
    .avatar=${self.avatar}
    .microphone=${snapshot?.local.microphone ?? 'off'}
    .camera=${snapshot?.local.camera ?? 'off'}
    .problems=${snapshot?.problems ?? []}
    .devices=${view.devices}
    .selected=${devicesInUse(stream, view.speaker)}
    .canChooseSpeaker=${'setSinkId' in HTMLMediaElement.prototype}
    .open=${view.overlay}
    .joining=${view.scene === 'entering'}
    ><famedly-blur-switch .words=${words} .state=${snapshot?.backgroundBlur}></famedly-blur-switch
    ><famedly-lobby-note
      slot="note"
      hidden
      .words=${words}
      .snapshot=${snapshot}
      .directLimit=${view.directLimit}
    ></famedly-lobby-note
  ></famedly-lobby>`;
}

function renderCall(view: GroupView, inCall: GroupInCallParts | null): TemplateResult {
  const { words } = view;
  const people = inCall?.people ?? null;
  return html`
    <div class="top">${inCall?.top ?? nothing}</div>
    <div class="middle ${people === null ? '' : 'with-people'}">
      <famedly-grid
        part="grid"
        exportparts="tile, video, plate"
        .tiles=${view.tiles}
        .stage=${view.stage}
        .words=${words}
      ></famedly-grid>
      ${people ?? nothing}
    </div>
    <famedly-controls
      part="controls"
      exportparts="control, end"
      .words=${{ ...words, end: words.leave }}
      .state=${groupControlsState(view)}
      .inCall=${inCall?.controls ?? []}
    ></famedly-controls>
  `;
}
