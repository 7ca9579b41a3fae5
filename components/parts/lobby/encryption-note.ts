import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { lockOpen } from '../icon/lobby-icons.ts';
import { icon } from '../icon/icon.ts';
import { lock } from '../icon/icons.ts';

/** For whom the call is encrypted; nothing while that is not known. */
export function encryptionNote(
  words: GroupFirstWords,
  encrypted: boolean | null,
  notFor: readonly string[],
): TemplateResult | typeof nothing {
  if (encrypted === null) return nothing;
  if (encrypted && notFor.length === 0) {
    return html`<p class="caption">
      ${icon(lock, 's')}<span class="whole">${words.encryptedForEverybody}</span
      ><span class="short">${words.endToEndEncrypted}</span>
    </p>`;
  }
  const text = encrypted ? words.notEncryptedFor(notFor) : words.notEncrypted;
  return html`<p class="caption">${icon(lockOpen, 's')}${text}</p>`;
}
