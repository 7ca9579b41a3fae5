import type { GroupCallSession } from '../../../../src/session/group-call-session.ts';
import type { SimulatedDevice } from '../simulated/simulated-device.ts';
import type { SimulatedWorld } from '../simulated/simulated-world.ts';
import type { ToDeviceEvent } from '../../../../src/matrix/port.ts';
import { MailWatch } from './mail-watch.ts';
import { Violation } from './violation.ts';

/** What failed for want of a homeserver is tried again after so long. */
const RETRY_MS = 5_000;

interface Silence {
  readonly from: number;
  to: number;
}

export interface Surroundings {
  readonly world: SimulatedWorld;
  readonly roomId: string;
  readonly arrives: (event: ToDeviceEvent, tell: () => void) => void;
  /** What breaks an invariant where nobody awaits it. */
  readonly broken: (violation: Violation) => void;
}

/** A device of somebody who may be in the call: its engine comes and goes. */
export class Place {
  readonly userId: string;
  readonly deviceId: string;
  readonly #skew: number;
  readonly #around: Surroundings;
  #device: SimulatedDevice | null = null;
  #session: GroupCallSession | null = null;
  #isCut = false;
  #wants = false;
  #heardSince = 0;
  /** When the homeserver did not hear of it, and for how long. */
  readonly silences: Silence[] = [];
  /** Those of them in which its engine came to an end. */
  readonly deaths: Silence[] = [];

  constructor(userId: string, deviceId: string, skew: number, around: Surroundings) {
    this.userId = userId;
    this.deviceId = deviceId;
    this.#skew = skew;
    this.#around = around;
  }

  get id(): string {
    return `${this.userId}:${this.deviceId}`;
  }

  get device(): SimulatedDevice | null {
    return this.#device;
  }

  get session(): GroupCallSession | null {
    return this.#session;
  }

  /** The person wants to be in the call, and the device is there. */
  get isPresent(): boolean {
    return this.#wants && this.#device !== null;
  }

  /** Of the entry that should be listed. */
  get membershipId(): string | null {
    return this.#wants && this.#session?.state === 'entered' ? this.#session.context.membershipId : null;
  }

  /** It can tell the homeserver. */
  get isHeard(): boolean {
    return this.#device !== null && !this.#device.isAsleep && !this.#isCut;
  }

  get heardSince(): number {
    return this.#heardSince;
  }

  async enter(): Promise<boolean> {
    const isLeaving = this.#session?.state === 'leaving';
    if (this.#wants || isLeaving || (this.#device !== null && !this.isHeard)) return false;
    this.#wants = true;
    const device = this.#device ?? (await this.#start());
    if (device !== this.#device || !this.isPresent) return true;
    const entering = async (): Promise<void> => {
      const session = await device.calls.fetchOrCreate(this.#around.roomId);
      if (!this.#wants || device !== this.#device) return;
      this.#session = session;
      this.#heardSince = this.#around.world.time.now;
      session.on('statechange', (state) => {
        if (state === 'entered') this.#heardSince = this.#around.world.time.now;
        const thrownOut = state === 'left' && this.#wants && this.#session === session;
        if (thrownOut && device === this.#device) {
          const why = `${this.deviceId}: ${session.snapshot.endReason ?? ''}`;
          this.#around.broken(new Violation('nobody is thrown out of a call', why));
        }
      });
      await session.enter();
    };
    entering().catch(() => undefined);
    return true;
  }

  leave(): boolean {
    const session = this.#session;
    const canLeave = session?.state === 'entering' || session?.state === 'entered';
    if (session === null || !this.#wants || !canLeave || this.#device?.isAsleep !== false) return false;
    this.#wants = false;
    session.leave().catch(() => undefined);
    return true;
  }

  crash(): boolean {
    if (this.#device === null) return false;
    const device = this.#device;
    this.#die();
    this.#wants = false;
    this.#device = null;
    this.#session = null;
    if (this.#isCut) device.faults.reconnect();
    this.#isCut = false;
    device.crash();
    return true;
  }

  async reload(): Promise<boolean> {
    const wanted = this.#wants;
    return this.crash() && (wanted ? this.enter() : true);
  }

  sleep(): boolean {
    if (this.#device?.isAsleep !== false) return false;
    this.#fallSilent();
    this.#device.sleep();
    return true;
  }

  wake(): boolean {
    if (this.#device?.isAsleep !== true) return false;
    this.#device.wake();
    this.#backAgain();
    return true;
  }

  cut(): boolean {
    if (this.#device === null || this.#isCut) return false;
    this.#fallSilent();
    this.#isCut = true;
    this.#device.faults.disconnect();
    return true;
  }

  heal(): boolean {
    if (this.#device === null || !this.#isCut) return false;
    this.#isCut = false;
    this.#device.faults.reconnect();
    this.#backAgain();
    return true;
  }

  share(): boolean {
    const session = this.#session;
    if (session?.state !== 'entered' || this.#device?.isAsleep !== false) return false;
    const shares = session.snapshot.local.screen === 'on';
    void session.setScreensharingEnabled(!shares);
    return true;
  }

  /** Two that go at the same moment are as two that crash: each sends the other's entry with its own leave. */
  dispose(): void {
    if (this.#wants) this.#die();
    this.#wants = false;
    this.#device?.dispose();
  }

  #fallSilent(): void {
    if (this.isHeard) this.silences.push({ from: this.#around.world.time.now, to: Infinity });
  }

  #isHeardAgain(): void {
    const { now } = this.#around.world.time;
    for (const silence of this.silences) silence.to = Math.min(silence.to, now);
  }

  #die(): void {
    this.#fallSilent();
    this.deaths.push(...this.silences.slice(-1));
    this.#isHeardAgain();
  }

  #backAgain(): void {
    if (this.isHeard) this.#isHeardAgain();
    this.#heardSince = this.#around.world.time.now + RETRY_MS;
  }

  async #start(): Promise<SimulatedDevice> {
    const { world, arrives } = this.#around;
    const mail = new MailWatch();
    const device = await world.device(this.userId, this.deviceId, {
      skew: this.#skew,
      watch: {
        arrives,
        sees: (event) => mail.sees(event),
        reads: (event) => mail.reads(event),
        sends: (type, messages) => {
          try {
            mail.sends(type, messages);
          } catch (error) {
            this.#around.broken(error as Violation);
          }
        },
      },
    });
    this.#device = device;
    return device;
  }
}
