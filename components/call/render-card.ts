import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Card } from '../parts/card/card.ts';
import type { CallView } from './call-view.ts';
import { isLive } from './scene.ts';

/** Scenes whose card a page may replace. */
const SLOTTED: ReadonlySet<string> = new Set(['idle', 'ended', 'missed', 'problem']);

export function renderCard({ scene, words }: CallView, card: Card): TemplateResult {
  const content = html`<famedly-card
    class=${isLive(scene) ? 'centre' : 'centre whole'}
    part="card"
    .words=${words}
    .card=${card}
  ></famedly-card>`;
  return SLOTTED.has(scene) ? html`<slot name=${scene} class="whole">${content}</slot>` : content;
}
