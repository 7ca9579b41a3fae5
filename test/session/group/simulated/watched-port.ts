import { Emitter } from '../../../../src/foundation/emitter.ts';
import type { MatrixPort, MatrixPortEvents, StateEvent, ToDeviceEvent } from '../../../../src/matrix/port.ts';
import type { ToDeviceMessage } from '../../../../src/matrix/port.ts';

export interface PortWatch {
  /** What is done with a to-device message that arrives: told at once, later, twice or never. */
  readonly arrives: (event: ToDeviceEvent, tell: () => void) => void;
  /** What a sync tells. */
  readonly sees: (event: StateEvent) => void;
  /** What was asked for. */
  readonly reads: (event: StateEvent) => void;
  readonly sends: (type: string, messages: readonly ToDeviceMessage[]) => void;
}

/** A port over a real one whose to-device messages the watch may delay, double and lose; it also hands over what nobody sent. */
export interface WatchedPort extends MatrixPort {
  forge<Name extends keyof MatrixPortEvents>(name: Name, payload: MatrixPortEvents[Name]): void;
}

export function watchedPort(real: MatrixPort, watch: PortWatch): WatchedPort {
  const events = new Emitter<MatrixPortEvents>();
  for (const name of ['room', 'connection'] as const) {
    real.on(name, (payload) => events.emit(name, payload));
  }
  real.on('state', (event) => {
    watch.sees(event);
    events.emit('state', event);
  });
  real.on('todevice', (event) => watch.arrives(event, () => events.emit('todevice', event)));
  let isListening = false;
  const on: MatrixPort['on'] = (name, listener, options) => {
    const off = events.on(name, listener, options);
    if (name === 'batch' && !isListening) {
      isListening = true;
      real.on('batch', (batch) => events.emit('batch', batch));
    }
    return off;
  };
  const sendToDevice: MatrixPort['sendToDevice'] = (roomId, type, messages) => {
    watch.sends(type, messages);
    return real.sendToDevice(roomId, type, messages);
  };
  const state: MatrixPort['state'] = async (roomId, type) => {
    const read = await real.state(roomId, type);
    for (const event of read) watch.reads(event);
    return read;
  };
  const own = { on, sendToDevice, state, forge: events.emit.bind(events) };
  return new Proxy(real, {
    get(target, name) {
      if (name in own) return own[name as keyof typeof own];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  }) as WatchedPort;
}
