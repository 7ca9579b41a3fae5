import type { SimulatedCall } from './simulated-call.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { must } from './violation.ts';
import type { Wire } from './wire.ts';

/** Watches what a device makes of what it hears. */
export class DeviceWatch {
  readonly #device: SimulatedDevice;
  /** Calls that nobody need answer here any more, as far as this device was told. */
  readonly #over = new Set<string>();
  #batch: readonly Wire[] = [];
  #strange: readonly (readonly [SimulatedCall, SimulatedCall['context']])[] = [];

  constructor(device: SimulatedDevice) {
    this.#device = device;
  }

  /** A whole batch arrived: all of it counts before anything rings. */
  hears(batch: readonly Wire[]): void {
    this.#batch = batch;
    for (const wire of batch) {
      if (this.#silences(wire)) this.#over.add(wire.event.callId);
    }
    const onlyStrangers = batch.every(({ from }) => from === null);
    this.#strange = onlyStrangers ? this.#device.calls.map((call) => [call, call.context] as const) : [];
  }

  rings(callId: string, byOwnClock: boolean): void {
    must('what is over does not ring', !this.#over.has(callId), `${callId} at ${this.#device.name}`);
    if (byOwnClock) return;
    const { now } = this.#device.options.world.time;
    const fresh = this.#batch.some(
      ({ event, sentAt }) =>
        event.callId === callId && event.kind === 'invite' && now - sentAt < event.lifetime,
    );
    must('old invites do not ring', fresh, `${callId} at ${this.#device.name}`);
  }

  heard(): void {
    for (const { context } of this.#device.calls) {
      const rings = context.state === 'ringing' && this.#over.has(context.callId);
      must('what is over does not ring', !rings, `${context.callId} at ${this.#device.name}`);
    }
    for (const wire of this.#batch) this.#endsCall(wire);
    for (const [call, before] of this.#strange) {
      must('strangers change nothing', call.context === before, `${before.state} at ${this.#device.name}`);
    }
  }

  #silences({ event, sender, from }: Wire): boolean {
    if (from?.context.callId !== event.callId) return false;
    const { kind } = event;
    if (from.context.direction === 'outgoing') {
      if (from.context.self.deviceId === this.#device.name) return false;
      return (
        kind === 'hangup' ||
        (kind === 'select-answer' && event.selectedPartyId !== this.#partyIn(event.callId))
      );
    }
    const other = sender === this.#device.userId && from.context.self.deviceId !== this.#device.name;
    return other && (kind === 'answer' || kind === 'reject' || kind === 'hangup');
  }

  #partyIn(callId: string): string | undefined {
    return this.#device.calls.find(({ context }) => context.callId === callId)?.context.partyId;
  }

  #endsCall({ event, sender, from }: Wire): void {
    if (event.kind !== 'hangup' || from === null) return;
    const goesOn = this.#device.calls.some((call) => {
      const { callId, peer, remoteParty } = call.context;
      const theirs = remoteParty === null || remoteParty.id === event.partyId;
      return call !== from && callId === event.callId && peer.userId === sender && theirs;
    });
    must('a hangup that was heard ends the call', !goesOn, `${event.callId} at ${this.#device.name}`);
  }
}
