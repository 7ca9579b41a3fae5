import { fetchOnce } from '../fetch-once.ts';
import type { LitElement } from 'lit';

/** Gives `host` the colours of high contrast, fetched where the page or the person wants them. */
export function highContrast(host: LitElement & { readonly theme: string }): void {
  const wanted = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const fetch = fetchOnce(async () =>
    (await import('./high-contrast.styles.ts')).addHighContrast(host.renderRoot as ShadowRoot),
  );
  const look = (): void => {
    if (host.theme === 'high-contrast' || wanted.matches) fetch();
  };
  host.addController({
    hostConnected: () => wanted.addEventListener('change', look),
    hostDisconnected: () => wanted.removeEventListener('change', look),
    hostUpdated: look,
  });
}
