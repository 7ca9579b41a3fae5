import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/**
 * @typedef {object} SettingsInput
 * @property {string} folder
 * @property {number} port
 * @property {{ uris: string[], secret: string } | undefined} turn
 * @property {boolean} defaultRateLimits Synapse's own limits, which are low, in place of none to speak of.
 * @property {string | null} longestDelay Of delayed events; `null`: the homeserver has none.
 */

/** @param {SettingsInput} input */
export function synapseSettings({ folder, port, turn, defaultRateLimits, longestDelay }) {
  return {
    server_name: 'calls.test',
    public_baseurl: `http://127.0.0.1:${port}/`,
    listeners: [
      {
        port,
        type: 'http',
        bind_addresses: ['127.0.0.1'],
        resources: [{ names: ['client', 'federation', 'openid'] }],
      },
    ],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    log_config: join(folder, 'log.yaml'),
    media_store_path: join(folder, 'media'),
    signing_key_path: join(folder, 'signing.key'),
    macaroon_secret_key: randomBytes(16).toString('hex'),
    form_secret: randomBytes(16).toString('hex'),
    bcrypt_rounds: 4,
    report_stats: false,
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    enable_registration: true,
    enable_registration_without_verification: true,
    ...(longestDelay !== null && { max_event_delay_duration: longestDelay }),
    experimental_features: {
      msc3266_enabled: true,
      msc4143_enabled: true,
      msc4222_enabled: true,
      msc4354_enabled: true,
    },
    ...(turn && {
      turn_uris: turn.uris,
      turn_shared_secret: turn.secret,
      turn_user_lifetime: '1h',
    }),
    ...(defaultRateLimits ? {} : HIGH_RATE_LIMITS),
  };
}

const HIGH = { per_second: 10_000, burst_count: 10_000 };
const HIGH_RATE_LIMITS = {
  rc_message: HIGH,
  rc_registration: HIGH,
  rc_login: { address: HIGH, account: HIGH, failed_attempts: HIGH },
  rc_joins: { local: HIGH, remote: HIGH },
  rc_joins_per_room: HIGH,
  rc_invites: { per_room: HIGH, per_user: HIGH, per_issuer: HIGH },
  rc_room_creation: HIGH,
  rc_media_create: HIGH,
  rc_presence: { per_user: HIGH },
  rc_profile: HIGH,
  rc_delayed_event_mgmt: HIGH,
};
