import { MediaError } from './media-error.ts';

/** What `load` brings, for everyone who asks. Where it does not come, the next who asks tries again. */
export function loadOnce<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new MediaError('unknown', null, cause);
    }));
}
