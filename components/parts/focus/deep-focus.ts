/** The element that has the focus, across shadow roots. */
export function deepActiveElement(root: DocumentOrShadowRoot = document): Element | null {
  const active = root.activeElement;
  const inner = active?.shadowRoot;
  return inner?.activeElement ? deepActiveElement(inner) : active;
}

/** Where keys are text. */
export function takesText(element: unknown): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return (
    element.isContentEditable ||
    element.matches('textarea, select, input:not([type=button], [type=checkbox], [type=radio], [type=range])')
  );
}
