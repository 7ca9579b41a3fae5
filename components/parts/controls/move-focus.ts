/** Arrow keys, Home and End within a toolbar (WAI-ARIA, toolbar pattern). */
export function moveFocus(event: KeyboardEvent, root: ParentNode): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...root.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const current = buttons[at];
  if (current === undefined) return;
  const step = getComputedStyle(current).direction === 'rtl' ? -1 : 1;
  const next = { Home: 0, End: -1, ArrowRight: at + step, ArrowLeft: at - step }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}
