/** An element of the calls, as far as the page's switches go. */
interface Looking extends HTMLElement {
  theme: '' | 'light' | 'dark' | 'high-contrast';
}

const look: { lang: string; contrast: boolean } = { lang: 'en', contrast: false };

/** What the page's switches say of every element. */
export function setLook(changes: Partial<typeof look>): void {
  Object.assign(look, changes);
  for (const call of document.querySelectorAll<Looking>('famedly-call, famedly-group-call')) applyLook(call);
}

export function applyLook(call: Looking): void {
  call.lang = look.lang;
  // Light and dark come from the page's `color-scheme`.
  call.theme = look.contrast ? 'high-contrast' : '';
}
