import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { devicesInUse } from '../engine-link/devices-in-use.ts';
import type { Overlay } from '../parts/request.ts';
import { groupControlsState } from './group-controls.ts';
import { isIn } from './group-scene.ts';
import type { GroupView } from './group-view.ts';

/** What lies over the call; its elements have been fetched by the time that the view names it. */
export function renderGroupOverlay(view: GroupView): TemplateResult | typeof nothing {
  const { opened, words } = view;
  const { overlay } = opened;
  const render = overlay === null ? undefined : contents[overlay];
  if (overlay === null || render === undefined) return nothing;
  const { devices, help, more, react } = words;
  const headings: Partial<Record<Overlay, string>> = { devices, help, 'group-more': more, reactions: react };
  return html`<famedly-sheet .heading=${headings[overlay] ?? ''} .placement=${'start'} .words=${words}
    >${render(view)}</famedly-sheet
  >`;
}

const contents: Partial<Record<Overlay, (view: GroupView) => TemplateResult>> = {
  devices: ({ words, opened, call, speaker }) =>
    html`<famedly-device-menu
      .words=${words}
      .devices=${opened.devices}
      .selected=${devicesInUse(call?.localUserMediaStream ?? null, speaker)}
      .pending=${opened.pendingDevice}
      .stream=${call?.localUserMediaStream ?? null}
      .canChooseSpeaker=${'setSinkId' in HTMLMediaElement.prototype}
      .showCamera=${true}
    ></famedly-device-menu>`,
  'group-more': (view) =>
    html`<famedly-group-more
      .words=${view.words}
      .state=${groupControlsState(view)}
      .handRaised=${view.handRaised}
      .layout=${view.scene === 'spotlight' ? 'spotlight' : 'grid'}
      .views=${{
        pictureInPicture: view.canPictureInPicture && isIn(view.scene),
        fullScreen: document.fullscreenEnabled,
        isFullScreen: view.isFullScreen,
      }}
    ></famedly-group-more>`,
  reactions: ({ words }) => html`<famedly-reactions .words=${words}></famedly-reactions>`,
  help: ({ words }) =>
    html`<famedly-help-sheet
      .words=${words}
      .own=${[
        ['H', words.keyHand],
        [words.space, words.keyTalk],
      ]}
    ></famedly-help-sheet>`,
};
