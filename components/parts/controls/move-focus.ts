/** Arrow keys, Home and End within a toolbar (WAI-ARIA, toolbar pattern). */
export function moveFocus(event: KeyboardEvent, root: ParentNode): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...root.querySelectorAll<HTMLElement>('button')].filter((button) =>
    button.checkVisibility(),
  );
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const next = buttons.at(target(event, at, buttons));
  if (at === -1 || next === undefined || next === buttons[at]) return;
  event.preventDefault();
  next.focus();
}

function target({ key }: KeyboardEvent, at: number, buttons: readonly HTMLElement[]): number {
  const [first] = buttons;
  const rtl = first !== undefined && getComputedStyle(first).direction === 'rtl';
  if (key === 'Home') return 0;
  if (key === 'End') return buttons.length - 1;
  if (key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return (at + 1) % buttons.length;
  return key === (rtl ? 'ArrowRight' : 'ArrowLeft') ? at - 1 : at;
}
