import { SimulatedTime } from '../../call/model/simulated-time.ts';
import { DeployedDevice } from './deployed-device.ts';
import { Line, LONGEST_LEG } from './line.ts';
import { RacingDevice } from './racing-device.ts';
import { SharedKeyServer } from './shared-key-server.ts';
import type { Cause } from './shared-key-server.ts';

export const ROUND_TRIP = 2 * LONGEST_LEG;

/** What happens to one device at one instant. */
export interface RaceStep {
  readonly at: number;
  readonly device: number;
  readonly does: 'enter' | 'leave' | 'crash' | { readonly cut: number };
}

export interface Race {
  readonly engines: number;
  readonly deployed: number;
  readonly steps: readonly RaceStep[];
  /** ms that each leg of each way takes, over and over. */
  readonly legs: readonly number[];
}

/** A span in which the homeserver had no entry of a device that was in the call. */
export interface Loss {
  readonly device: string;
  readonly deployed: boolean;
  readonly cause: Cause;
  readonly from: number;
  readonly ms: number;
}

export interface Outcome {
  readonly losses: readonly Loss[];
  readonly engines: readonly RacingDevice[];
  readonly server: SharedKeyServer;
  readonly events: number;
}

type Device = RacingDevice | DeployedDevice;

export function runRace({ engines, deployed, steps, legs }: Race, end: number): Outcome {
  const time = new SimulatedTime();
  const server = new SharedKeyServer(time);
  let leg = 0;
  const nextLeg = () => legs[leg++ % legs.length] ?? 1;
  const ours = Array.from({ length: engines }, (_, i) => {
    return new RacingDevice(`E${i}`, time, server, new Line(time, nextLeg));
  });
  const others = Array.from({ length: deployed }, (_, i) => {
    return new DeployedDevice(`D${i}`, time, server, new Line(time, nextLeg));
  });
  const watch = watchLosses(time, server, [...ours, ...others]);
  for (const { at, device, does } of steps) {
    const all: readonly Device[] = [...ours, ...others];
    const one = all[device % all.length];
    time.after(at, () => {
      if (typeof does === 'object') one?.line.cut(does.cut);
      else one?.[does]();
    });
  }
  time.advanceTo(end);
  return { losses: watch.losses(), engines: ours, server, events: watch.events() };
}

function isIn(device: Device): boolean {
  return device instanceof RacingDevice
    ? ['entering', 'entered'].includes(device.context.state) && !device.crashed
    : device.present;
}

function watchLosses(time: SimulatedTime, server: SharedKeyServer, devices: readonly Device[]) {
  const losses: Loss[] = [];
  const missing = new Map<Device, { readonly from: number; readonly cause: Cause }>();
  const seen = new Set<Device>();
  let events = 0;
  const close = (device: Device) => {
    const lost = missing.get(device);
    missing.delete(device);
    if (lost === undefined) return;
    // A device that hears nothing can put nothing back.
    const from = Math.max(lost.from, Math.min(device.line.cutUntil, time.now));
    const { id } = device;
    losses.push({
      ...{ device: id, deployed: device instanceof DeployedDevice, cause: lost.cause },
      ...{ from, ms: time.now - from },
    });
  };
  server.listen((_event, cause) => {
    events += 1;
    const there = server.written();
    for (const device of devices) {
      const writtenAt = there.get(device.id);
      const present = writtenAt !== undefined;
      // What an earlier stay left there is not the entry of this one.
      if (present && isIn(device) && writtenAt >= device.enteredAt) seen.add(device);
      if (!isIn(device)) {
        missing.delete(device);
        seen.delete(device);
      } else if (present) close(device);
      else if (cause.by === device.id && !cause.delayed) seen.delete(device);
      else if (seen.has(device) && !missing.has(device)) missing.set(device, { from: time.now, cause });
    }
  });
  return {
    events: () => events,
    losses: () => {
      for (const device of [...missing.keys()].filter(isIn)) close(device);
      return losses;
    },
  };
}
