import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Card } from '../../parts/card/card.ts';
import type { CallView } from '../call-view.ts';
import { isLive } from '../scene.ts';

export function renderCard({ scene, words }: CallView, card: Card): TemplateResult {
  return html`<famedly-card
    class=${isLive(scene) ? 'centre' : 'centre whole'}
    part="card"
    .words=${words}
    .card=${card}
  ></famedly-card>`;
}
