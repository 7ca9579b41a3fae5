/** The public element around a part: the nearest one that is a container, as size classes are asked of it. */
export function publicElementOf(part: Element): HTMLElement {
  for (let at = outward(part); at !== null; at = outward(at)) {
    if (at instanceof HTMLElement && getComputedStyle(at).containerType !== 'normal') return at;
  }
  return document.documentElement;
}

function outward(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
