import * as v from 'valibot';

/** What the homeserver answers, as far as it is used. */
export const SentEvent = v.object({ event_id: v.string() });

export const ScheduledEvent = v.object({ delay_id: v.string() });

/** `{}` from a homeserver without TURN. */
export const TurnServer = v.object({
  uris: v.optional(v.array(v.string()), []),
  username: v.optional(v.string()),
  password: v.optional(v.string()),
  ttl: v.optional(v.number(), 86_400),
});

export const OpenId = v.object({
  access_token: v.string(),
  token_type: v.string(),
  matrix_server_name: v.string(),
  expires_in: v.number(),
});

/** `{}` from a homeserver that has none. */
export const RtcTransports = v.object({ rtc_transports: v.optional(v.array(v.unknown()), []) });

export const Versions = v.object({
  unstable_features: v.optional(v.record(v.string(), v.unknown()), {}),
});

export const Thumbnail = v.instance(Blob);

export const Messages = v.object({
  chunk: v.array(
    v.looseObject({
      type: v.string(),
      content: v.record(v.string(), v.unknown()),
      event_id: v.string(),
      sender: v.string(),
      origin_server_ts: v.number(),
    }),
  ),
});
