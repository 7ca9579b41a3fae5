import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { devicesInUse } from '../../engine-link/devices-in-use.ts';
import type { CallOverlay } from '../../parts/request.ts';
import type { InCallView } from './in-call-view.ts';
import { controlsState } from '../controls-state.ts';
import { viewsOf } from './views-of.ts';

/** What lies over the call; its elements have been fetched by the time that the view names it. */
export function renderOverlay(view: InCallView): TemplateResult | typeof nothing {
  const { overlay } = view;
  if (overlay === null || !(overlay in contents)) return nothing;
  return render(overlay as CallOverlay, view);
}

function render(overlay: CallOverlay, view: InCallView): TemplateResult {
  return html`<famedly-sheet
    .heading=${headings(view)[overlay]}
    .placement=${overlay === 'keypad' ? 'end' : 'start'}
    .words=${view.words}
    >${contents[overlay](view)}</famedly-sheet
  >`;
}

function headings({ words }: InCallView): Readonly<Record<CallOverlay, string>> {
  const { devices, keypad, more, help, statistics } = words;
  return { devices, keypad, more, help, statistics };
}

const contents: Readonly<Record<CallOverlay, (view: InCallView) => TemplateResult>> = {
  devices: (view) =>
    html`<famedly-device-menu
      .words=${view.words}
      .devices=${view.devices}
      .problems=${view.snapshot?.problems ?? []}
      .selected=${devicesInUse(view.call?.localUserMediaStream ?? null, view.speaker)}
      .pending=${view.pendingDevice}
      .stream=${view.call?.localUserMediaStream ?? null}
      .canChooseSpeaker=${'setSinkId' in HTMLMediaElement.prototype}
      .showCamera=${true}
    ></famedly-device-menu>`,
  keypad: ({ words }) => html`<famedly-keypad .words=${words}></famedly-keypad>`,
  more: (view) =>
    html`<famedly-more-menu
      .words=${view.words}
      .state=${controlsState(view)}
      .views=${viewsOf(view)}
    ></famedly-more-menu>`,
  help: ({ words }) =>
    html`<famedly-help-sheet
      .words=${words}
      .own=${[[words.arrowKeys, words.keyMove]]}
    ></famedly-help-sheet>`,
  statistics: ({ words, tag, statistics }) =>
    html`<famedly-statistics .words=${words} .tag=${tag} .statistics=${statistics}></famedly-statistics>`,
};
