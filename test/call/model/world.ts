import { Air } from './air.ts';
import { checkPairs } from './check-pairs.ts';
import { injected } from './injected.ts';
import { personInput } from './person-input.ts';
import type { DeviceAct, DeviceName, PersonAct, Schedule, Step, Where } from './schedule.ts';
import type { CallWorld, Machine, SimulatedCall } from './simulated-call.ts';
import { SimulatedDevice } from './simulated-device.ts';
import type { Callee } from './simulated-device.ts';
import { Descriptions } from './simulated-peer.ts';
import { SimulatedTime } from './simulated-time.ts';
import { userOf } from './user-of.ts';
import { must } from './violation.ts';
import type { Wire } from './wire.ts';

const MOST_ROUNDS = 500;

/** Some devices, what flies between them, and the steps of a schedule. */
export class World {
  readonly time = new SimulatedTime();
  readonly devices: readonly SimulatedDevice[];
  readonly #air: Air;
  readonly #everyCall: SimulatedCall[] = [];
  /** Where the last step happened. */
  lastActor: DeviceName | 'any' = 'any';
  #turn = 0;
  #ids = 0;

  constructor(schedule: Schedule, machine: Machine, count: (row: string) => void) {
    const { clocks = {}, old, busy, glare } = schedule;
    this.#air = new Air(this.time, ({ name }) => this.#deviceOf(name)?.isCut ?? false);
    const world: CallWorld = {
      machine,
      time: this.time,
      air: this.#air,
      descriptions: new Descriptions(),
      calls: this.#everyCall,
      count,
    };
    this.devices = schedule.devices.map(
      (name) =>
        new SimulatedDevice({
          name,
          userId: userOf(name),
          world,
          old: old === name,
          clock: clocks[name] ?? null,
          ringsWhenBusy: busy === 'rings',
          answersGlare: glare === 'answers',
          opaqueId: () => this.#opaqueId(),
          post: (wire) => this.#post(wire),
        }),
    );
  }

  /** Whether the step meant anything. */
  step(step: Step): boolean {
    this.#turn += 1;
    const meant = this.#step(step);
    this.#air.look();
    checkPairs(this.calls, this.#air);
    return meant;
  }

  /** Everything that can happen now happens. */
  settle(): void {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!this.#work() && !this.#sync()) {
        checkPairs(this.calls, this.#air);
        return;
      }
    }
    must('everything settles', false, `not in ${MOST_ROUNDS} rounds`);
  }

  /** Time passes with all that it brings. */
  pass(ms: number): void {
    const end = this.time.now + ms;
    this.settle();
    for (let next = this.time.next; next !== null && next <= end; next = this.time.next) {
      this.time.advanceTo(next);
      this.settle();
    }
    this.time.advanceTo(end);
  }

  setPaths(cut: boolean): void {
    for (const device of this.devices) {
      device.isCut = cut;
      device.breaksDescription = false;
      device.sendTrouble = 'none';
    }
    this.#air.look();
  }

  get calls(): readonly SimulatedCall[] {
    return this.devices.flatMap((device) => device.calls);
  }

  /** Nothing may be left of any call. */
  checkNothingIsLeft(): void {
    for (const { media, timers, context } of this.#everyCall) {
      must('tracks stop with their call', !media.isOpen, `${context.callId} left its microphone open`);
      must('timers stop with their call', timers === 0, `${context.callId} left ${timers}`);
    }
  }

  #step(step: Step): boolean {
    switch (step.do) {
      case 'place':
        return this.#place(step);
      case 'media':
        return this.#at(step.at, (device) => {
          const call = device.calls.find(({ tasks }) => tasks > 0);
          call?.work();
          return call !== undefined;
        });
      case 'work':
        return this.#work();
      case 'deliver':
        return this.#at(step.at, (device) => device.sync(step.count));
      case 'sync':
        return this.#sync();
      case 'settle':
        this.settle();
        return true;
      case 'lose':
      case 'duplicate':
      case 'delay':
        return this.#disturb(step);
      case 'wait':
        this.time.advanceTo(this.time.now + step.ms);
        return true;
      case 'inject':
        return this.#inject(step);
      case 'leave':
        for (const device of this.devices) device.leftRoom(step.who);
        return true;
      default: {
        const { do: what, at } = step;
        return this.#at(at, (device) => this.#act(device, what, at === 'any'));
      }
    }
  }

  /** Tries one device, or all of them round robin. */
  #at(where: Where, act: (device: SimulatedDevice) => boolean): boolean {
    const { length } = this.devices;
    const start = this.#turn % length;
    const around = [...this.devices.slice(start), ...this.devices.slice(0, start)];
    return around.some((device) => {
      if (where !== 'any' && device.name !== where) return false;
      this.lastActor = device.name;
      return act(device);
    });
  }

  #place({ at, to, room, meanwhile }: Extract<Step, { do: 'place' }>): boolean {
    const device = this.devices.find(({ name }) => name === at);
    this.lastActor = at;
    const callee: Callee =
      to.length > 2 ? { userId: to, deviceId: null } : { userId: userOf(to), deviceId: to };
    const between = (call: SimulatedCall): void => {
      if (meanwhile === 'hangup') call.input({ type: 'hangup' });
      if (meanwhile === 'leave') call.input({ type: 'left-room' });
    };
    return device?.place(room, callee, this.#opaqueId(), between) ?? false;
  }

  #act(device: SimulatedDevice, act: PersonAct | DeviceAct, onlyPossible: boolean): boolean {
    const [call] = device.calls;
    switch (act) {
      case 'mute':
        call?.mute();
        return call !== undefined;
      case 'gather':
        call?.gather();
        return call !== undefined;
      case 'switch-network':
        for (const one of device.calls) one.input({ type: 'network-changed' });
        return call !== undefined;
      case 'flicker':
      case 'fail':
        return this.#trouble(device, act);
      case 'cut':
      case 'heal':
        if (device.isCut === (act === 'cut')) return false;
        device.isCut = act === 'cut';
        return true;
      case 'break-description':
        device.breaksDescription = true;
        return true;
      case 'refuse-send':
        device.sendTrouble = 'refused';
        return true;
      case 'lose-response':
        device.sendTrouble = 'response lost';
        return true;
      case 'accept-transfer':
        return this.#acceptTransfer(device);
      default:
        return this.#command(device, act, onlyPossible);
    }
  }

  #command(
    device: SimulatedDevice,
    act: Exclude<PersonAct, 'accept-transfer'>,
    onlyPossible: boolean,
  ): boolean {
    const peer = device.calls[0]?.context.peer.userId;
    const other = this.devices.find(({ userId }) => userId !== device.userId && userId !== peer);
    const input = personInput(act, other?.userId ?? device.userId, () => this.#opaqueId());
    // To an old client nothing is renegotiated: a session refuses to hold it.
    const able = device.calls.filter(
      ({ context }) => input.type !== 'hold' || context.remoteParty?.version !== 0,
    );
    if (onlyPossible && !able.some((call) => call.takes(input.type))) return false;
    return device.command(input, able);
  }

  #acceptTransfer(device: SimulatedDevice): boolean {
    const call = device.calls.find(({ context }) => context.transferOffer?.target != null);
    const offer = call?.context.transferOffer;
    if (call === undefined || offer?.target == null || offer.createCall === null) return false;
    const callee = { userId: offer.target.userId, deviceId: null };
    if (!device.place(call.context.roomId, callee, offer.createCall)) return false;
    call.input({ type: 'hangup', reason: 'replaced' });
    return true;
  }

  #trouble(device: SimulatedDevice, act: 'flicker' | 'fail'): boolean {
    const call = device.calls.find(({ peer }) => peer.remote !== null && peer.released);
    if (call === undefined) return false;
    if (act === 'flicker') this.#air.flicker(call.peer);
    else this.#air.fail(call.peer);
    return true;
  }

  #work(): boolean {
    let worked = false;
    for (const call of this.calls) {
      while (call.tasks > 0) {
        worked = true;
        call.work();
      }
    }
    return worked;
  }

  #sync(): boolean {
    return this.devices.filter((device) => device.sync(device.inbox.length)).length > 0;
  }

  #disturb({ do: what, at, nth }: Extract<Step, { do: 'lose' | 'duplicate' | 'delay' }>): boolean {
    return this.#at(at, (device) => {
      const { inbox } = device;
      const wire = inbox[nth % Math.max(1, inbox.length)];
      if (wire === undefined) return false;
      const others = inbox.filter((other) => other !== wire);
      device.inbox = what === 'lose' ? others : [...(what === 'delay' ? others : inbox), wire];
      return true;
    });
  }

  #inject({ by, at, kind }: Extract<Step, { do: 'inject' }>): boolean {
    return this.#at(at, (device) => {
      const [call] = device.calls;
      const from = call && this.#counterpart(call);
      if (call === undefined || from === undefined) return false;
      const event = injected(kind, call.context, from);
      const stranger = by === 'stranger';
      const sender = stranger ? 'mallory' : from.context.self.userId;
      const { roomId } = call.context;
      this.#post({ event, sender, roomId, sentAt: this.time.now, from: stranger ? null : from });
      return true;
    });
  }

  /** The other side of a call, or one of those that may become it. */
  #counterpart(call: SimulatedCall): SimulatedCall | undefined {
    const { callId, remoteParty, direction } = call.context;
    const others = this.calls.filter(
      ({ context }) => context.callId === callId && context.direction !== direction,
    );
    const isChosen = direction === 'outgoing' && remoteParty !== null;
    return isChosen ? others.find(({ peer }) => peer === call.peer.remote) : others[0];
  }

  #post(wire: Wire): void {
    for (const device of this.devices) device.receive(wire);
  }

  #deviceOf(partyId: string): SimulatedDevice | undefined {
    return this.devices.find(({ calls }) => calls.some(({ context }) => context.partyId === partyId));
  }

  /** Opaque, and in no order. */
  #opaqueId(): string {
    this.#ids += 1;
    return `id${String((this.#ids * 7919) % 10_007).padStart(5, '0')}`;
  }
}
