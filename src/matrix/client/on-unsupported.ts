import { requestFailure } from './request-failure.ts';

/** Runs `instead` where the homeserver does not know the request. */
export function onUnsupported<Answer>(instead: () => Promise<Answer>) {
  return (cause: unknown): Promise<Answer> => {
    const failure = requestFailure(cause);
    if (failure.kind === 'final' && failure.error.code === 'unsupported') return instead();
    throw cause;
  };
}
