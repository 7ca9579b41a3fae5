import * as v from 'valibot';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type { MatrixCapabilities } from '../port.ts';
import type { Device } from './device.ts';
import type { Homeserver } from './homeserver.ts';

interface Operation {
  /** What the device says to others: the rate limit counts it. */
  readonly sends: boolean;
  readonly needs?: keyof MatrixCapabilities;
  readonly run: (server: Homeserver, device: Device, args: unknown) => unknown;
}

const text = v.string();
const content = v.record(v.string(), v.unknown());
const message = v.object({ userId: text, deviceId: text, content });

type Outputs<Args extends v.TupleItems> = { [Index in keyof Args]: v.InferOutput<Args[Index]> };

function operation<Args extends v.TupleItems>(
  args: readonly [...Args],
  run: (server: Homeserver, device: Device, ...args: Outputs<Args>) => unknown,
  rules: Omit<Operation, 'run'> = { sends: false },
): Operation {
  const schema = v.tuple(args);
  return {
    ...rules,
    run: (server, device, raw) => {
      if (rules.needs && !server.capabilities[rules.needs]) throw new MatrixError('unsupported');
      return run(server, device, ...(v.parse(schema, raw) as Outputs<Args>));
    },
  };
}

const sends = { sends: true };
const schedules = { sends: true, needs: 'delayedEvents' } as const;

/** What a device can ask of the homeserver, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  hello: operation([], (server) => ({ now: server.clock.now(), capabilities: server.capabilities })),
  sync: operation([v.nullable(v.number())], (server, device, since) => server.sync(device, since)),
  sendEvent: operation(
    [text, text, content],
    (server, device, roomId, type, body) => server.sendEvent(device.userId, roomId, type, body),
    sends,
  ),
  redact: operation(
    [text, text, content],
    (server, device, roomId, eventId, extras) => server.redact(device.userId, roomId, eventId, extras),
    sends,
  ),
  recent: operation([text, text], (server, device, roomId, type) =>
    server.recent(device.userId, roomId, type),
  ),
  state: operation([text, text], (server, device, roomId, type) => server.state(device.userId, roomId, type)),
  sendState: operation(
    [text, text, text, content],
    (server, device, roomId, type, key, body) => server.sendState(device.userId, roomId, type, key, body),
    sends,
  ),
  sendToDevice: operation(
    [text, text, v.array(message)],
    (server, device, roomId, type, messages) => server.sendToDevice(device, roomId, type, messages),
    sends,
  ),
  scheduleState: operation(
    [text, text, text, content, v.number()],
    (server, { userId }, roomId, type, key, body, delay) =>
      server.scheduleState(userId, roomId, type, key, body, delay),
    schedules,
  ),
  updateScheduled: operation(
    [text, v.picklist(['restart', 'cancel', 'send'])],
    (server, device, delayId, action) => {
      server.delayed.update(device.userId, delayId, action);
    },
    schedules,
  ),
  turnServers: operation([], (server) => server.turnServers, { sends: false, needs: 'turnServers' }),
  openIdToken: operation(
    [],
    () => ({
      access_token: opaqueId(),
      token_type: 'Bearer',
      matrix_server_name: 'memory',
      expires_in: 3600,
    }),
    { sends: false, needs: 'openIdToken' },
  ),
  rtcTransports: operation([], (server) => server.rtcTransports, { sends: false, needs: 'rtcTransports' }),
  media: operation([text], (server, _device, mxc) => server.accounts.media(mxc), {
    sends: false,
    needs: 'media',
  }),
  ensureDirectRoom: operation([text, v.boolean()], (server, device, other, encrypted) =>
    server.ensureDirectRoom(device.userId, other, { encrypted }),
  ),
  ensureRoom: operation([text, v.boolean()], (server, device, name, encrypted) =>
    server.ensureRoom(device.userId, name, { encrypted }),
  ),
};
