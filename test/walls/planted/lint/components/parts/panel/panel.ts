import { html, LitElement, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js'; // refused: no-restricted-imports
import { unsafeHTML } from 'lit/directives/unsafe-html.js'; // refused: no-restricted-imports
import { customElement } from 'lit/decorators.js'; // refused: no-restricted-imports

/** What lit, wc and lit-a11y refuse, and what our own rules add. */
export class FamedlyPanel extends LitElement {
  width = 1;
  #press = (): void => console.log('x'); // refused: no-console

  constructor() {
    super();
    this.setAttribute('open', ''); // refused: wc/no-constructor-attributes
  }

  override render(): TemplateResult {
    return html`<p style="width: ${this.width}px">a</p>`; // refused: no-restricted-syntax
  }

  twice(): TemplateResult {
    return html`<p title=${this.width} title=${this.width}>a</p>`; // refused: lit/no-duplicate-template-bindings
  }

  unnamed(): TemplateResult {
    return html`<div @click=${this.#press}>a</div><img src="a.png" />`; // refused: lit-a11y/alt-text, lit-a11y/click-events-have-key-events
  }

  markup(text: string): unknown {
    this.innerHTML = text; // refused: no-restricted-syntax
    this.setAttribute('style', text); // refused: no-restricted-syntax
    this.style.setProperty('--_size', text);
    return [unsafeHTML(text), styleMap({}), svg`<g style=${text}></g>`, customElement]; // refused: no-restricted-syntax
  }
}

customElements.define('famedly-panel', FamedlyPanel); // refused: no-restricted-syntax
window.customElements.define('famedly-panel', FamedlyPanel); // refused: no-restricted-syntax
const registry = customElements; // refused: no-restricted-syntax
registry.define('famedly-panel', FamedlyPanel);
