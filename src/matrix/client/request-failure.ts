import * as v from 'valibot';
import { anything, number, parsed, text } from '../../foundation/schemas.ts';
import { MatrixError } from '../matrix-error.ts';

/** What a failed request asks of its sender. */
export type RequestFailure =
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'outage'; readonly cause: unknown }
  | { readonly kind: 'final'; readonly error: MatrixError };

const DEFAULT_RETRY_AFTER = 1_000;
const UNREACHABLE = ['ConnectionError', 'TokenRefreshError', 'AbortError', 'TimeoutError', 'NetworkError'];

const SdkError = v.object({
  name: v.nullish(text),
  httpStatus: v.nullish(number),
  errcode: v.nullish(text),
  data: v.nullish(anything),
  httpHeaders: v.nullish(anything),
});
type SdkError = v.InferOutput<typeof SdkError>;
const Limit = v.object({ retry_after_ms: v.custom<number>((ms) => typeof ms === 'number' && ms >= 0) });

/** Reads the errors of matrix-js-sdk by their fields: the page's copy of the library has classes of its own. */
export function requestFailure(cause: unknown): RequestFailure {
  if (cause instanceof MatrixError) return { kind: 'final', error: cause };
  const error = parsed(SdkError, cause) ?? {};
  const { errcode } = error;
  const [httpStatus, name] = [error.httpStatus ?? 0, error.name ?? ''];
  if (httpStatus === 429 || errcode === 'M_LIMIT_EXCEEDED') {
    return { kind: 'limited', retryAfter: retryAfter(error) };
  }
  if (httpStatus >= 500 || httpStatus === 408 || UNREACHABLE.includes(name)) {
    return { kind: 'outage', cause };
  }
  return { kind: 'final', error: new MatrixError(finalCode(error), { cause }) };
}

function finalCode({ httpStatus, errcode, name }: SdkError) {
  if (errcode === 'M_UNRECOGNIZED') return 'unsupported';
  if (httpStatus === 401 || errcode === 'M_UNKNOWN_TOKEN' || name === 'TokenRefreshLogoutError') {
    return 'matrix-unauthorized';
  }
  if (httpStatus === 403 || errcode === 'M_FORBIDDEN') return 'forbidden';
  if (httpStatus === 404 || errcode === 'M_NOT_FOUND') return 'not-found';
  return 'unknown';
}

/** The body first: it is in ms, and across origins the header is seldom visible. */
function retryAfter({ data, httpHeaders }: SdkError): number {
  const limit = parsed(Limit, data);
  if (limit) return limit.retry_after_ms;
  const seconds = httpHeaders instanceof Headers ? (httpHeaders.get('Retry-After') ?? '') : '';
  return /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : DEFAULT_RETRY_AFTER;
}
