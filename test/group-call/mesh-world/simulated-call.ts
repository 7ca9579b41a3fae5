import type { CallEvent } from '../../../src/signalling/call-event.ts';
import type { MeshSaid } from '../../../src/signalling/mesh-event.ts';
import { answer, hangup, invite, own } from '../arrivals.ts';
import type { SimulatedTime } from '../../call/model/simulated-time.ts';

const LIFETIME_MS = 30_000;
const CONNECT_MS = 30_000;
const FLOW_MS = 100;
/** Until a browser sees that its counterpart is gone. */
const NOTICE_MS = 5_000;

export interface CallPorts {
  readonly time: SimulatedTime;
  readonly send: (event: CallEvent) => void;
  readonly report: (type: 'answered' | 'media-connected' | 'media-lost' | 'ended') => void;
  /** The other end of this call, while it lives. */
  readonly other: () => SimulatedCall | undefined;
}

/** One end of a call between two devices, as the engine's call machine behaves towards a group. */
export class SimulatedCall {
  readonly callId: string;
  agreed = false;
  flows = false;
  isOver = false;
  readonly #ports: CallPorts;
  #stopTimer: () => void = () => undefined;

  constructor(callId: string, ports: CallPorts) {
    this.callId = callId;
    this.#ports = ports;
  }

  invite(): void {
    this.#ports.send(invite(this.callId));
    this.#timer(LIFETIME_MS, () => this.#giveUp());
  }

  accept(): void {
    const none = { metadata: null, capabilities: { transferee: false, dtmf: false } };
    this.#ports.send({ kind: 'answer', ...own, callId: this.callId, answer, ...none });
    this.#agree();
  }

  hear(event: MeshSaid): void {
    if (this.isOver) return;
    if (event.kind === 'answer' && !this.agreed) {
      this.#agree();
      this.#ports.report('answered');
      this.#ports.time.after(FLOW_MS, () => this.#flow());
    }
    if (event.kind === 'hangup') this.#over();
  }

  /** Ends without a report: it was asked for. */
  end(how: 'with-hangup' | 'silently'): void {
    if (how === 'with-hangup') this.#ports.send(hangup(this.callId));
    this.#close();
  }

  #agree(): void {
    this.agreed = true;
    this.#timer(CONNECT_MS, () => this.#giveUp());
  }

  /** Both ends agreed: media reach both. */
  #flow(): void {
    const other = this.#ports.other();
    if (this.isOver || other?.agreed !== true) return;
    for (const end of [this, other]) end.#setFlows(true);
  }

  #setFlows(flows: boolean): void {
    if (this.isOver || this.flows === flows) return;
    this.flows = flows;
    this.#stopTimer();
    if (!flows) this.#timer(CONNECT_MS, () => this.#giveUp());
    this.#ports.report(flows ? 'media-connected' : 'media-lost');
  }

  #giveUp(): void {
    this.#ports.send(hangup(this.callId));
    this.#over();
  }

  #over(): void {
    this.#close();
    this.#ports.report('ended');
  }

  #close(): void {
    const other = this.#ports.other();
    this.isOver = true;
    this.flows = false;
    this.#stopTimer();
    if (other !== undefined) this.#ports.time.after(NOTICE_MS, () => other.#setFlows(false));
  }

  #timer(ms: number, task: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#ports.time.after(ms, task);
  }
}
