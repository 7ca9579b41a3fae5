import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { FamedlyCallEndEvent, FamedlyCallStartEvent, FamedlyCallStateEvent } from './call-events.ts';

/**
 * @summary Its documentation is wrong in each way there is.
 * @attr {string} gone - Nobody reads it.
 * @attr {string} lang - As of every element.
 * @fires {FamedlyCallStartEvent} famedly-call-start - As it is.
 * @fires {FamedlyCallEndEvent} famedly-call-end - Without a type in the page.
 * @fires {FamedlyCallGoneEvent} famedly-call-gone - Never fired.
 * @slot idle - As it is.
 * @slot gone - In no template.
 * @csspart stage - As it is.
 * @csspart gone - In no template.
 * @cssprop --famedly-call-gone - In no style.
 */
export class FamedlyCall extends LitElement {
  static override properties = { roomId: { attribute: 'room-id' }, phase: { state: true }, other: {} };

  /** As it is. */
  declare roomId: string;
  declare other: string;
  private declare phase: string;

  /** As it is. */
  call(): void {
    this.dispatchEvent(new FamedlyCallStartEvent('famedly-call-start'));
    this.dispatchEvent(new FamedlyCallStateEvent('famedly-call-state'));
  }

  protected override render(): TemplateResult {
    const name = `${this.phase}${this.other}`;
    return html`<p part="stage sound"><slot name="idle"></slot><slot></slot></p>
      <famedly-tile part=${name} exportparts="panel: tile-panel"></famedly-tile>`;
  }

  private end(): void {
    this.dispatchEvent(new FamedlyCallEndEvent('famedly-call-end'));
  }
}
