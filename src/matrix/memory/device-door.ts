import * as v from 'valibot';
import { MatrixError } from '../matrix-error.ts';
import type { Device } from './device.ts';
import type { Homeserver } from './homeserver.ts';
import { operations } from './operations.ts';
import { requestSchema } from './wire.ts';
import type { Failure, Reply, Request } from './wire.ts';

/** Who is at a device's end now: a page that was loaded again takes the device over from itself. */
const holders = new WeakMap<Device, DeviceDoor>();

/** The homeserver's end of a device's channel, where requests come in through whatever is wrong with the way. */
export class DeviceDoor {
  readonly #server: Homeserver;
  readonly #device: Device;
  readonly #port: MessagePort;
  /** How often the way was cut: an answer from before a cut is lost. */
  #cuts = 0;

  constructor(server: Homeserver, device: Device, port: MessagePort) {
    this.#server = server;
    this.#device = device;
    this.#port = port;
    holders.set(device, this);
    device.faults.onConnection = (connected) => {
      if (!connected) this.#cuts += 1;
      this.#post({ kind: 'link', connected });
    };
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const request = v.safeParse(requestSchema, data);
      if (request.success) void this.#take(request.output);
    };
  }

  /** This end of the channel is gone, and the device with it unless another end holds it. */
  close(): void {
    this.#port.onmessage = null;
    this.#port.close();
    if (holders.get(this.#device) === this) this.#server.accounts.removeDevice(this.#device);
  }

  async #take(request: Request): Promise<void> {
    if (request.operation === 'bye') {
      this.close();
      return;
    }
    const cuts = this.#cuts;
    const { faults } = this.#device;
    if (!faults.connected) {
      this.#post({ kind: 'failure', id: request.id, failure: { code: 'matrix-unreachable' } });
      return;
    }
    await this.#travel();
    if (cuts !== this.#cuts) return;
    const reply = await this.#answer(request);
    await this.#travel();
    if (cuts === this.#cuts) this.#post(reply);
  }

  async #travel(): Promise<void> {
    const { delay } = this.#device.faults;
    if (delay > 0) {
      await new Promise<void>((arrive) => {
        this.#server.clock.after(delay, arrive);
      });
    }
  }

  async #answer({ id, transaction, operation: name, args }: Request): Promise<Reply> {
    const { faults } = this.#device;
    const operation = operations[name];
    const failed = (failure: Failure): Reply => ({ kind: 'failure', id, failure });
    if (!faults.tokenKnown) return failed({ code: 'matrix-unauthorized' });
    if (operation === undefined) return failed({ code: 'unsupported' });
    const retryAfter = operation.sends ? faults.refusal() : 0;
    if (retryAfter > 0) return failed({ code: 'rate-limited', retryAfter });
    try {
      const run = (): unknown => operation.run(this.#server, this.#device, args);
      const value = transaction === undefined ? await run() : this.#device.once(transaction, run);
      return { kind: 'answer', id, value };
    } catch (error) {
      return failed({ code: error instanceof MatrixError ? error.code : 'bad-response' });
    }
  }

  #post(reply: Reply): void {
    this.#port.postMessage(reply);
  }
}
