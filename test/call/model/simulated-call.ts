import type { CallCommand } from '../../../src/call/call-command.ts';
import type { CallContext } from '../../../src/call/call-context.ts';
import type { CallInput } from '../../../src/call/call-input.ts';
import type { CallTable } from '../../../src/call/call-table.ts';
import type { CallTimer } from '../../../src/call/call-timers.ts';
import type { Switchboard } from '../../../src/call/switchboard.ts';
import type { move } from '../whole-machine.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import type { StreamMetadataMap } from '../../../src/signalling/stream-metadata.ts';
import type { Air } from './air.ts';
import { CallWatch } from './call-watch.ts';
import { SimulatedMedia } from './simulated-media.ts';
import { SimulatedPeer } from './simulated-peer.ts';
import type { Descriptions } from './simulated-peer.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** The machine under test; a planted bug is a copy with one thing different. */
export interface Machine {
  readonly transition: typeof move;
  readonly table: CallTable;
  readonly switchboard: typeof Switchboard;
}

export interface CallWorld {
  readonly machine: Machine;
  readonly time: SimulatedTime;
  readonly air: Air;
  readonly descriptions: Descriptions;
  /** Every call there ever was. */
  readonly calls: SimulatedCall[];
  /** A row of the table was used. */
  readonly count: (row: string) => void;
}

export interface CallOwner {
  readonly send: (call: SimulatedCall, event: CallEvent) => void;
  readonly ended: (call: SimulatedCall) => void;
  /** Whether the next description goes wrong; asked once for each. */
  readonly breaksDescription: () => boolean;
}

/** One call on one device: the runner and the media of a session, without a browser. */
export class SimulatedCall {
  readonly #world: CallWorld;
  readonly #owner: CallOwner;
  readonly watch: CallWatch;
  readonly peer: SimulatedPeer;
  readonly media: SimulatedMedia;
  readonly #timers = new Map<CallTimer, () => void>();
  readonly #inputs: CallInput[] = [];
  readonly #tasks: (() => void)[] = [];
  #running = false;
  #handedOver = false;
  #candidates = 1;
  #muted = false;
  context: CallContext;

  constructor(context: CallContext, world: CallWorld, owner: CallOwner, media = new SimulatedMedia()) {
    this.context = context;
    this.media = media;
    this.#world = world;
    this.#owner = owner;
    this.watch = new CallWatch(world.time);
    const { partyId, direction } = context;
    this.peer = new SimulatedPeer(partyId, direction === 'incoming', world.descriptions, {
      connectivity: (type) => this.#later(() => this.input({ type })),
      held: (onHold) => this.input({ type: 'held', onHold }),
      negotiation: (description) =>
        this.input({ type: 'negotiation-ready', description, metadata: this.metadata() }),
      later: (task) => this.#later(task),
    });
    world.air.add(this.peer);
    world.calls.push(this);
  }

  get isOpen(): boolean {
    return this.context.state !== 'ended';
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Media operations under way. */
  get tasks(): number {
    return this.#tasks.length;
  }

  /** Whether the table has a row for this now. */
  takes(type: CallInput['type']): boolean {
    return this.#world.machine.table[this.context.state][type] !== undefined;
  }

  /** Finishes the first media operation that is under way. */
  work(): void {
    this.#tasks.shift()?.();
    this.#world.air.look();
  }

  input(input: CallInput): void {
    if (this.#running) {
      this.#inputs.push(input);
      return;
    }
    this.#running = true;
    try {
      this.#step(input);
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        this.#step(next);
      }
    } finally {
      this.#running = false;
    }
  }

  mute(): void {
    this.#muted = !this.#muted;
    this.input({ type: 'local-metadata', metadata: this.metadata() });
  }

  gather(): void {
    const candidates = [this.peer.candidate(this.#candidates++), this.peer.candidate(this.#candidates++)];
    this.#later(() => this.input({ type: 'local-candidates', candidates }));
  }

  metadata(): StreamMetadataMap {
    const own = { purpose: 'm.usermedia', audioMuted: this.#muted, videoMuted: true } as const;
    return { [`stream-${this.peer.name}`]: own };
  }

  handOver(): SimulatedMedia {
    this.#handedOver = true;
    return this.media;
  }

  /** Sending failed: told when the homeserver said so. */
  sendFailed(): void {
    this.#later(() => this.input({ type: 'send-failed' }));
  }

  #step(input: CallInput): void {
    const before = this.context;
    const { transition, table } = this.#world.machine;
    const { context, commands, dropped } = transition(before, input, table);
    if (dropped) return;
    this.#world.count(`${before.state} ${input.type}`);
    this.context = context;
    this.watch.stepBegins(before, input, commands);
    for (const command of commands) this.#execute(command);
    if (context.state === 'ended') this.#owner.ended(this);
    this.watch.stepEnded(before, this);
  }

  #execute(command: CallCommand): void {
    switch (command.do) {
      case 'start-timer':
        this.#startTimer(command.timer, command.ms);
        return;
      case 'stop-timer':
        this.#stopTimer(command.timer);
        return;
      case 'stop-timers':
        for (const timer of this.#timers.keys()) this.#stopTimer(timer);
        return;
      case 'send':
        this.watch.sends(this.context, command.event);
        this.#owner.send(this, command.event);
        return;
      case 'close':
        this.#close();
        return;
      default:
        this.#mediaCommand(command);
    }
  }

  #mediaCommand(
    command: Exclude<CallCommand, { do: 'send' | 'close' | 'stop-timers' } | { timer: CallTimer }>,
  ): void {
    const { peer } = this;
    switch (command.do) {
      case 'open-media':
        this.#openMedia();
        this.#later(() => this.input({ type: 'media-ready' }));
        return;
      case 'create-offer':
        this.#describe(() =>
          this.input({ type: 'offer-ready', offer: peer.createOffer(), metadata: this.metadata() }),
        );
        return;
      case 'accept-offer':
        this.#describe(() => peer.acceptOffer(command.offer));
        return;
      case 'create-answer':
        this.#openMedia();
        this.#describe(() =>
          this.input({ type: 'answer-ready', answer: peer.createAnswer(), metadata: this.metadata() }),
        );
        return;
      case 'accept-answer':
        this.#describe(() => peer.acceptAnswer(command.answer));
        return;
      case 'add-candidates':
        this.#later(() => peer.addCandidates(command.candidates));
        return;
      case 'release-candidates':
        this.watch.releases();
        this.#later(() => {
          peer.released = true;
        });
        return;
      case 'resend-candidates':
        this.#later(() => this.input({ type: 'local-candidates', candidates: [peer.candidate(0)] }));
        return;
      case 'negotiate':
        this.#later(() => {
          const description = peer.negotiate(command.description);
          if (description === null) return;
          this.input({ type: 'negotiation-ready', description, metadata: this.metadata() });
        });
        return;
      case 'set-remote-on-hold':
        this.#later(() => peer.setRemoteOnHold(command.onHold));
        return;
      case 'restart-ice':
        this.#later(() => peer.restartIce());
    }
  }

  #openMedia(): void {
    this.watch.opens(this.context);
    this.media.open();
  }

  /** An operation without which there is no call. */
  #describe(operation: () => void): void {
    this.#later(
      () => {
        if (this.#owner.breaksDescription()) throw new Error('no description');
        operation();
      },
      () => this.input({ type: 'description-failed' }),
    );
  }

  #later(operation: () => void, onFailure: () => void = () => undefined): void {
    this.#tasks.push(() => {
      try {
        operation();
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'Error') throw error;
        onFailure();
      }
    });
  }

  #close(): void {
    this.#tasks.length = 0;
    this.peer.closed = true;
    if (!this.#handedOver) this.media.close();
    this.#world.air.look();
  }

  #startTimer(timer: CallTimer, ms: number): void {
    this.#stopTimer(timer);
    const cancel = this.#world.time.after(ms, () => {
      this.#timers.delete(timer);
      this.input({ type: timer });
    });
    this.#timers.set(timer, cancel);
  }

  #stopTimer(timer: CallTimer): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }
}
