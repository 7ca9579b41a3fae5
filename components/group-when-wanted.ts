import type * as Group from './define-group.ts';

const TAG = 'famedly-group-call';

/** Fetches and registers `<famedly-group-call>`; answers its classes. */
export function defineGroup(): Promise<typeof Group> {
  return import('./define-group.ts');
}

/**
 * Registers the group call's element once one stands in the document: who only calls somebody does not load it. In a
 * shadow tree nobody sees it come: there the page calls `defineGroup`.
 */
export function defineGroupWhenWanted(): void {
  const isWanted = (root: ParentNode): boolean => root.querySelector(TAG) !== null;
  const fetch = (): void => void defineGroup().catch(() => undefined);
  if (isWanted(document)) fetch();
  const watch = new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    const elements = added.filter((node) => node instanceof Element);
    // Where it did not come, the next one tries again.
    if (elements.some((element) => element.localName === TAG || isWanted(element))) fetch();
  });
  watch.observe(document, { childList: true, subtree: true });
  void customElements.whenDefined(TAG).then(() => watch.disconnect());
}
