import { Emitter } from '../../src/foundation/emitter.ts';
import type { MatrixPort, MatrixPortEvents, TimelineEvent } from '../../src/index.ts';

/** A port over a real one that also hands over events which nobody sent. */
export type ForgedPort = MatrixPort & { forge(event: Partial<TimelineEvent>): void };

export function forgedPort(real: MatrixPort): ForgedPort {
  const events = new Emitter<MatrixPortEvents>();
  for (const name of ['batch', 'state', 'todevice', 'room', 'connection'] as const) {
    real.on(name, (payload) => {
      events.emit(name, payload);
    });
  }
  const forge = (event: Partial<TimelineEvent>): void => {
    const origin = { eventId: '$forged', roomId: '', type: '', sender: '', content: {} };
    const whole = { ...origin, originServerTs: 0, age: 0, encrypted: false, ...event };
    events.emit('batch', { events: [whole], gaps: [] });
  };
  const on: MatrixPort['on'] = (name, listener, options) => events.on(name, listener, options);
  return new Proxy(real, {
    get(target, name) {
      if (name === 'on') return on;
      if (name === 'forge') return forge;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  }) as ForgedPort;
}
