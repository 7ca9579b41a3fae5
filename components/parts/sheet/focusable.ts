/** What Tab reaches inside an element, in its order: through shadow trees and slots. */
export function focusableIn(root: Element): HTMLElement[] {
  return childrenOf(root).flatMap((child) => {
    const self = child instanceof HTMLElement && isFocusable(child) ? [child] : [];
    return [...self, ...focusableIn(child)];
  });
}

function childrenOf(element: Element): Element[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedElements();
    if (assigned.length > 0) return assigned;
  }
  return [...(element.shadowRoot ?? element).children];
}

function isFocusable(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
