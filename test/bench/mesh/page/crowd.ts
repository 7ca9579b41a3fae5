import { VoIP } from '../../../../src/index.ts';
import type { MatrixPort } from '../../../../src/index.ts';
import { connectInPage } from '../../../../src/matrix/memory/connect-in-page.ts';
import { Homeserver } from '../../../../src/matrix/memory/homeserver.ts';

const MEMBER = 'com.famedly.call.member';
const MINUTES = 60_000;
/** Enough that the browser's rounding of each time does not show. */
const CHANGES = 400;

/** Of more people in a mesh than that the engine keeps no connection. */
const MOST_SHOWN = 32;

/** µs that the engine of somebody in a call of `count` others computes when one of them comes, goes or is renewed. */
export async function timePerChange(count: number): Promise<number> {
  const server = new Homeserver();
  // Comes after all of them: it waits to be invited, so that no connection is made.
  const us = '@zoe:memory';
  const others = Array.from({ length: count }, (_, index) => `@a${String(index).padStart(3, '0')}:memory`);
  const roomId = server.createRoom(us, { members: others, powerLevels: { events: { [MEMBER]: 0 } } });
  const matrix = await connectInPage(server, { userId: us, deviceId: 'ZOE' });
  const stopwatch = new Stopwatch();
  const voip = new VoIP(
    stopwatch.watch(matrix),
    { mediaDevices: new NoDevices() as unknown as MediaDevices },
    { log: { debug: () => undefined, warn: () => undefined } },
  );
  for (const userId of others) write(server, userId, roomId, 0);
  const session = await voip.fetchOrCreateGroupCall(roomId);
  await session.enter();
  await until(() => session.participants.length === Math.min(count, MOST_SHOWN));

  stopwatch.total = 0;
  for (let change = 1; change <= CHANGES; change += 1) {
    const userId = others[change % count]!;
    // One is renewed, one leaves, the same comes back, and so on.
    if (change % 3 === 0) await stopwatch.next(() => write(server, userId, roomId, change));
    else if (change % 3 === 1) await stopwatch.next(() => clear(server, userId, roomId));
    else await stopwatch.next(() => write(server, others[(change - 1) % count]!, roomId, change));
  }
  const spent = stopwatch.total;
  await session.leave();
  voip.dispose();
  matrix.dispose();
  return (spent * 1000) / CHANGES;
}

function write(server: Homeserver, userId: string, roomId: string, number: number): void {
  const membership = {
    application: 'm.call',
    call_id: roomId,
    scope: 'm.room',
    device_id: 'D',
    expires_ts: Date.now() + 6 * MINUTES + number,
    membershipID: userId,
    foci_active: [{ type: 'mesh' }],
    backend: { type: 'mesh' },
    feeds: [{ purpose: 'm.usermedia' }],
  };
  server.sendState(userId, roomId, MEMBER, userId, { memberships: [membership] });
}

function clear(server: Homeserver, userId: string, roomId: string): void {
  server.sendState(userId, roomId, MEMBER, userId, { memberships: [] });
}

/** ms that what listens to a port computes. */
class Stopwatch {
  total = 0;
  #seen = (): void => undefined;

  watch(port: MatrixPort): MatrixPort {
    const on = (name: string, listener: (payload: unknown) => void, options?: object): unknown =>
      (port.on as (...all: unknown[]) => unknown)(name, this.#timed(name, listener), options);
    return new Proxy(port, {
      get: (target, name) => {
        if (name === 'on') return on;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function'
          ? (...all: unknown[]): unknown => Reflect.apply(value, target, all)
          : value;
      },
    });
  }

  /** Resolves when the state that `change` writes was heard of, by everybody who listens. */
  async next(change: () => void): Promise<void> {
    const seen = new Promise<void>((resolve) => (this.#seen = resolve));
    change();
    await seen;
    await new Promise((resolve) => setTimeout(resolve));
  }

  #timed(name: string, listener: (payload: unknown) => void): (payload: unknown) => void {
    return (payload) => {
      const from = performance.now();
      listener(payload);
      this.total += performance.now() - from;
      if (name === 'state') this.#seen();
    };
  }
}

class NoDevices extends EventTarget {
  getUserMedia(): Promise<never> {
    return Promise.reject(new DOMException('none', 'NotFoundError'));
  }
  enumerateDevices(): Promise<[]> {
    return Promise.resolve([]);
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
