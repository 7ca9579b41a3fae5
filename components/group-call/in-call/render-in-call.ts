import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Control } from '../../parts/controls/control.ts';
import { isIn } from '../group-scene.ts';
import { groupBannerOf } from './group-banner.ts';
import { groupCardOf } from './group-cards.ts';
import { groupControls } from './group-controls.ts';
import type { GroupInCallView } from './group-in-call-view.ts';
import { renderGroupOverlay } from './render-group-overlay.ts';

/** What a call in progress, or one that is over, adds to the frame. */
export interface GroupInCallParts {
  readonly card: TemplateResult | typeof nothing;
  readonly top: TemplateResult | null;
  /** Beside the grid. */
  readonly people: TemplateResult | null;
  /** What the dock has more of. */
  readonly controls: readonly (Control | null)[];
  readonly over: TemplateResult;
}

export function renderInCall(view: GroupInCallView): GroupInCallParts {
  const inCall = isIn(view.scene);
  return {
    card: renderCard(view),
    top: inCall ? renderTop(view) : null,
    people: view.peopleShown ? renderPeople(view) : null,
    controls: inCall ? groupControls(view) : [],
    over: html`${renderGroupOverlay(view)}<famedly-toasts
        part="toasts"
        .toasts=${view.toasts}
      ></famedly-toasts>`,
  };
}

function renderCard(view: GroupInCallView): TemplateResult | typeof nothing {
  const card = groupCardOf(view);
  return card === null
    ? nothing
    : html`<famedly-card class="centre whole" part="card" .words=${view.words} .card=${card}></famedly-card>`;
}

function renderTop(view: GroupInCallView): TemplateResult {
  const { words, snapshot } = view;
  const banner = groupBannerOf(view);
  return html`<famedly-group-bar
      part="header"
      .words=${words}
      .name=${view.roomName}
      .since=${snapshot?.enteredAt ?? null}
      .tag=${view.tag}
      .encrypted=${view.encrypted}
      .layout=${view.scene}
      .count=${(snapshot?.participants.length ?? 0) + 1}
      .peopleShown=${view.peopleShown}
      .canFullScreen=${document.fullscreenEnabled}
      .isFullScreen=${view.isFullScreen}
    ></famedly-group-bar>
    ${
      banner === null
        ? nothing
        : html`<famedly-banner part="banner" .words=${words} .banner=${banner}></famedly-banner>`
    }`;
}

function renderPeople({ listed, words }: GroupInCallView): TemplateResult {
  return html`<famedly-people-list
    part="people"
    .people=${listed}
    .canInvite=${true}
    .words=${words}
  ></famedly-people-list>`;
}
