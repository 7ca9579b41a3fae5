import { moveOwnMembership } from '../../../src/group-call/own-membership.ts';
import type { OwnCommand } from '../../../src/group-call/own-command.ts';
import { newOwnMembership } from '../../../src/group-call/own-context.ts';
import type { OwnContext } from '../../../src/group-call/own-context.ts';
import type { OwnInput } from '../../../src/group-call/own-input.ts';
import type { OwnTimer } from '../../../src/group-call/own-timers.ts';
import type { SimulatedTime } from '../../call/model/simulated-time.ts';
import type { Line } from './line.ts';
import { USER } from './shared-key-server.ts';
import type { SharedKeyServer } from './shared-key-server.ts';

/** A device with our machine, its requests over a line and its timers. */
export class RacingDevice {
  readonly id: string;
  readonly line: Line;
  readonly #time: SimulatedTime;
  readonly #server: SharedKeyServer;
  readonly #timers = new Map<OwnTimer, () => void>();
  context: OwnContext;
  enteredAt = 0;
  crashed = false;

  constructor(id: string, time: SimulatedTime, server: SharedKeyServer, line: Line) {
    this.id = id;
    this.line = line;
    this.#time = time;
    this.#server = server;
    this.context = newOwnMembership({
      roomId: '!room:hs',
      userId: USER,
      deviceId: id,
      membershipId: `engine of ${id}`,
      stateKey: USER,
      call: { callId: '!room:hs', application: 'm.call', scope: 'm.room' },
      backend: { type: 'mesh' },
      delayedEvents: true,
      power: { own: 50, needed: 50 },
    });
    server.listen((event) => line.sync(() => this.input({ type: 'key-seen', event })));
  }

  get timers(): readonly OwnTimer[] {
    return [...this.#timers.keys()];
  }

  input(input: OwnInput): void {
    const { context, commands } = moveOwnMembership(this.context, input, this.#time.now);
    this.context = context;
    for (const command of commands) this.#run(command);
  }

  enter(): void {
    if (this.crashed || !['lobby', 'left'].includes(this.context.state)) return;
    this.enteredAt = this.#time.now;
    this.input({ type: 'enter' });
  }

  leave(): void {
    if (!this.crashed && ['entering', 'entered'].includes(this.context.state)) this.input({ type: 'leave' });
  }

  crash(): void {
    this.crashed = true;
    this.line.close();
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
  }

  #run(command: OwnCommand): void {
    switch (command.do) {
      case 'read-key':
        this.#ask((): OwnInput => ({ type: 'key-read', event: this.#server.event }));
        break;
      case 'write-key':
        this.#ask(() => ({ type: 'written', eventId: this.#server.write(command.content, this.#cause) }));
        break;
      case 'schedule-leave':
        this.#ask(() => ({
          type: 'scheduled',
          delayId: this.#server.schedule(command.content, command.delay, this.id),
        }));
        break;
      case 'restart-leave': {
        const { delayId } = command;
        this.#ask(() => ({
          type: this.#server.restart(delayId, this.id) ? 'restarted' : 'leave-gone',
          delayId,
        }));
        break;
      }
      case 'cancel-leave':
        this.line.up(() => this.#server.cancel(command.delayId));
        break;
      case 'send-leave':
        throw new Error('no page is unloaded here');
      case 'start-timer':
        this.#stop(command.timer);
        this.#timers.set(
          command.timer,
          this.#time.after(command.ms, () => {
            this.#timers.delete(command.timer);
            this.input({ type: command.timer });
          }),
        );
        break;
      case 'stop-timer':
        this.#stop(command.timer);
    }
  }

  get #cause() {
    return { by: this.id, delayed: false };
  }

  #ask(request: () => OwnInput): void {
    this.line.up(() => {
      const answer = request();
      this.line.down(() => this.input(answer));
    });
  }

  #stop(timer: OwnTimer): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }
}
