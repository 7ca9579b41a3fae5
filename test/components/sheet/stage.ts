import { fixture, html } from '@open-wc/testing';
import { LitElement, css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { RequestEvent } from '../../../components/parts/request.ts';
import type { Request } from '../../../components/parts/request.ts';
import { highContrastStyles } from '../../../components/theme/high-contrast.styles.ts';
import { inCallTokens } from '../../../components/theme/in-call-tokens.styles.ts';
import { onMediaStyles } from '../../../components/theme/on-media.styles.ts';
import { tokens } from '../../../components/theme/tokens.styles.ts';

/** Stands for a public element: tokens, a box of its own, and parts in its shadow tree. */
export class TestStage extends LitElement {
  static override properties = { content: { attribute: false } };
  static override styles = [
    tokens,
    inCallTokens,
    highContrastStyles,
    onMediaStyles,
    css`
      :host {
        display: block;
        position: relative;
        container-type: size;
        block-size: 640px;
        background: var(--_canvas);
        color: var(--_ink);
        font: 15px/22px var(--_font);
        --_pad: 16px;
        --_gap: 12px;
        --_size: 48px;
        --_self: 176px;
        --_self-ratio: 16 / 10;
        --_avatar: 112px;
        --_dock-gap: 8px;
        --_dock-pad: 8px;
        --_bottom: 16px;
        --_edges: 16px;
      }
    `,
  ];
  declare content: TemplateResult | typeof nothing;
  readonly requests: Request[] = [];

  constructor() {
    super();
    this.content = nothing;
    this.addEventListener(RequestEvent.type, (event) => {
      event.stopPropagation();
      this.requests.push(event.request);
    });
  }

  override render(): TemplateResult {
    return html`${this.content}`;
  }

  /** What stands on it, by tag name. */
  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const found = this.renderRoot.querySelector(tag);
    if (found === null) throw new Error(`No ${tag} on the stage`);
    return found;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'test-stage': TestStage;
  }
}

/** A stage of so many pixels with these parts on it. */
export async function stageWith(content: TemplateResult, width = 800): Promise<TestStage> {
  if (!customElements.get('test-stage')) customElements.define('test-stage', TestStage);
  const stage = await fixture<TestStage>(html`<test-stage .content=${content}></test-stage>`);
  stage.style.setProperty('inline-size', `${width}px`);
  return stage;
}

/** The sheet on it has come to rest: while it fades in, nothing has its colours. */
export async function atRest(stage: TestStage): Promise<TestStage> {
  const panel = stage.renderRoot.querySelector('famedly-sheet')?.renderRoot.querySelector('.panel');
  await Promise.all(panel?.getAnimations().map(({ finished }) => finished) ?? []);
  return stage;
}

/** The element that has the focus, in whatever shadow tree. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** As a key press reaches an element; whether the browser may still act on it. */
export function press(on: Element, key: string, init: KeyboardEventInit = {}): boolean {
  const all = { key, bubbles: true, composed: true, cancelable: true, ...init };
  return on.dispatchEvent(new KeyboardEvent('keydown', all));
}
