import type { LitElement } from 'lit';

/** ms until what did not come is asked for again. */
const PAUSE = 2000;

export interface LateParts {
  /** Something that was needed has not come. */
  readonly lack: boolean;
  /** Fetches it once, and resolves when it is there, or did not come for now. */
  part(load: () => Promise<unknown>): () => Promise<void>;
}

/** Parts of the script that come when `host` needs them. What does not come is told once, and tried again until it is there. */
export function lateParts(host: LitElement, tell: () => void): LateParts {
  const missing = new Set<unknown>();
  const part: LateParts['part'] = (load) => {
    let loading: Promise<void> | undefined;
    const fetch = (): Promise<void> =>
      (loading ??= load().then(
        () => {
          if (missing.delete(load)) host.requestUpdate();
        },
        () => {
          if (missing.size === 0) tell();
          missing.add(load);
          host.requestUpdate();
          setTimeout(() => {
            loading = undefined;
            if (host.isConnected) void fetch();
          }, PAUSE);
        },
      ));
    return fetch;
  };
  return {
    part,
    get lack() {
      return missing.size > 0;
    },
  };
}
