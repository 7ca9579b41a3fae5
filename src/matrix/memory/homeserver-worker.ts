import * as v from 'valibot';
import { systemClock } from '../../foundation/clock.ts';
import { DeviceDoor } from './device-door.ts';
import { Homeserver } from './homeserver.ts';
import { helloSchema } from './wire.ts';
import type { Hello } from './wire.ts';

/** A hangup that was sent while a page closed may arrive after its lock is free: its device stays this long. */
const FAREWELL = 1000;

const server = new Homeserver();

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports;
  if (port === undefined) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const hello = v.safeParse(helloSchema, data);
    if (hello.success) admit(port, hello.output);
  };
});

function admit(port: MessagePort, { userId, deviceId, displayName, avatar, lock }: Hello): void {
  server.accounts.setProfile(userId, { displayName, avatar });
  const door = new DeviceDoor(server, server.accounts.device(userId, deviceId), port);
  port.postMessage('welcome');
  void navigator.locks.request(lock, () => {
    systemClock.after(FAREWELL, () => {
      door.close();
    });
  });
}
