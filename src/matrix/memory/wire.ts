import * as v from 'valibot';
import type { MatrixErrorCode } from '../matrix-error.ts';

/** How the two ends of the channel speak: requests with a number, answers with the same, and word of the link itself. */
export const requestSchema = v.object({
  id: v.number(),
  /** The same for every try of one request, which is then done once. */
  transaction: v.optional(v.string()),
  operation: v.string(),
  args: v.array(v.unknown()),
});
export type Request = v.InferOutput<typeof requestSchema>;

export interface Failure {
  readonly code: MatrixErrorCode | 'rate-limited';
  /** ms to wait; with `rate-limited`. */
  readonly retryAfter?: number;
}

export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'link'; readonly connected: boolean };

/** What a page says to a homeserver in a worker before anything else. */
export const helloSchema = v.object({
  userId: v.string(),
  deviceId: v.string(),
  displayName: v.optional(v.string()),
  avatar: v.optional(v.instance(Blob)),
  /** A Web Lock that the page holds as long as it lives. */
  lock: v.string(),
});
export type Hello = v.InferOutput<typeof helloSchema>;
