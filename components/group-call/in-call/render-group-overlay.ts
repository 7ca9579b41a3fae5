import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { devicesInUse } from '../../engine-link/devices-in-use.ts';
import type { Overlay } from '../../parts/request.ts';
import { groupControlsState } from '../group-controls-state.ts';
import { isIn } from '../group-scene.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** What lies over the call; its elements have been fetched by the time that the view names it. */
export function renderGroupOverlay(view: GroupInCallView): TemplateResult | typeof nothing {
  const { overlay, words } = view;
  const render = overlay === null ? undefined : contents[overlay];
  if (overlay === null || render === undefined) return nothing;
  const { devices, help, more, react } = words;
  const headings: Partial<Record<Overlay, string>> = { devices, help, 'group-more': more, reactions: react };
  return html`<famedly-sheet .heading=${headings[overlay] ?? ''} .placement=${'start'} .words=${words}
    >${render(view)}</famedly-sheet
  >`;
}

const contents: Partial<Record<Overlay, (view: GroupInCallView) => TemplateResult>> = {
  devices: ({ words, devices, pendingDevice, call, speaker, snapshot }) =>
    html`<famedly-device-menu
      .words=${words}
      .devices=${devices}
      .problems=${snapshot?.problems ?? []}
      .selected=${devicesInUse(call?.localUserMediaStream ?? null, speaker)}
      .pending=${pendingDevice}
      .stream=${call?.localUserMediaStream ?? null}
      .canChooseSpeaker=${'setSinkId' in HTMLMediaElement.prototype}
      .showCamera=${true}
      ><famedly-blur-switch
        class="plain"
        .words=${words}
        .state=${snapshot?.backgroundBlur ?? 'off'}
      ></famedly-blur-switch
    ></famedly-device-menu>`,
  'group-more': (view) =>
    html`<famedly-group-more
      .words=${view.words}
      .state=${groupControlsState(view)}
      .handRaised=${view.handRaised}
      .savesData=${view.snapshot?.savesData ?? false}
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
