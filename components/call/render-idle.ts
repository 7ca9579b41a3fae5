import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallType } from '../../src/index.ts';
import { icon } from '../parts/icon/icon.ts';
import { camera, lock, phone } from '../parts/icon/icons.ts';
import { request } from '../parts/request.ts';
import type { CallView } from './call-view.ts';

/** Under the name of whom one would call. */
export function renderIdle({ words, type, encrypted, interrupted }: CallView): TemplateResult {
  const button = (calls: CallType, label: string, primary: boolean) =>
    html`<button
      class="button lift ${primary ? 'primary' : ''}"
      part="action"
      @click=${({ target }: Event) => request(target as HTMLElement, { do: 'call', type: calls })}
    >
      ${icon(calls === 'video' ? camera : phone, 'm')}<span>${label}</span>
    </button>`;
  return html`
    ${interrupted ? html`<p>${words.serverUnreachable}</p>` : nothing}
    ${encrypted ? html`<p class="caption">${icon(lock, 's')}${words.endToEndEncrypted}</p>` : nothing}
    <div class="actions">
      ${button('voice', words.voiceCall, type === 'voice')}
      ${type === 'voice' ? nothing : button('video', words.videoCall, true)}
    </div>
  `;
}
