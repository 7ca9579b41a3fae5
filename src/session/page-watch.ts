interface PageListeners {
  /** The page goes away for good. */
  readonly onHide: () => void;
  /** Another network, or the network is back. */
  readonly onNetworkChange: () => void;
}

type Page = Pick<EventTarget, 'addEventListener'>;

/** As it may be: in Node there are no listeners, in older ones no `navigator`. */
interface World extends Partial<Page> {
  readonly navigator?: { readonly connection?: Page };
}

/** Watches the page where there is one: nothing happens in Node or in a worker. */
export function watchPage({ onHide, onNetworkChange }: PageListeners, signal: AbortSignal): void {
  const page = globalThis as World;
  page.addEventListener?.('pagehide', onHide, { signal });
  page.addEventListener?.('online', onNetworkChange, { signal });
  // Chromium tells of a change from one network to another; elsewhere ICE finds out by itself.
  page.navigator?.connection?.addEventListener('change', onNetworkChange, { signal });
}
