import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { HELD_MS } from '../../src/group-call/held-events.ts';
import { MeshOrder } from '../../src/group-call/mesh-order.ts';
import type { MeshDelivery } from '../../src/group-call/mesh-order.ts';
import { GAP_MS } from '../../src/group-call/mesh-sequence.ts';
import { arrival, candidates, markOf, OURS } from './arrivals.ts';

/** One event on its way: an instant for each copy that arrives. */
interface Flight {
  readonly call: number;
  readonly seq: number;
  readonly session: number;
  readonly at: readonly number[];
}

interface Heard {
  readonly mark: string;
  readonly at: number;
  /** Who was in the call then. */
  readonly session: string;
}

const CALLS = 3;
const SESSIONS = 3;

function mark({ session, call, seq }: Omit<Flight, 'at'>): string {
  return `${session}/${call}/${seq}`;
}

/** Sent one after the other, each lost, delayed by up to so many ms, or doubled. */
function flights(delay: number, sessions: number): fc.Arbitrary<readonly Flight[]> {
  const copies = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.tuple(fc.nat(delay)) },
    { weight: 2, arbitrary: fc.tuple(fc.nat(delay), fc.nat(delay)) },
  );
  const sent = fc.record({
    call: fc.nat(CALLS - 1),
    session: fc.nat(sessions - 1),
    pause: fc.nat(200),
    /** Deployed apps leave numbers out. */
    left: fc.constantFrom(0, 0, 0, 1, 5),
    copies,
  });
  return fc.array(sent, { maxLength: 40, size: 'max' }).map((all) => {
    const next = new Map<string, number>();
    let now = 0;
    return all.map(({ call, session, pause, left, copies: delays }) => {
      now += pause;
      const stream = `${session}/${call}`;
      const seq = (next.get(stream) ?? 0) + left;
      next.set(stream, seq + 1);
      return { call, session, seq, at: delays.map((ms) => now + ms) };
    });
  });
}

/** Lets time pass from one thing that happens to the next; `changes`: who is in the call from when on. */
function hear(all: readonly Flight[], changes: readonly { at: number; session: string }[]): readonly Heard[] {
  const heard: Heard[] = [];
  let session = '0';
  const order = new MeshOrder({ sessionId: OURS, isEncrypted: () => true, sessionOf: () => session });
  const take = (deliveries: readonly MeshDelivery[], at: number): void => {
    for (const delivery of deliveries) {
      if (delivery.to === 'call') heard.push({ mark: markOf(delivery.event), at, session });
    }
  };
  const happenings = [
    ...all.flatMap((flight) =>
      flight.at.map((at) => {
        const event = candidates(mark(flight), `call-${flight.call}`);
        const one = arrival({ seq: flight.seq, event, session: String(flight.session) });
        return { at, go: () => order.receive(one, at) };
      }),
    ),
    ...changes.map(({ at, session: next }) => ({
      at,
      go: () => {
        session = next;
        return order.due(at);
      },
    })),
  ].sort((a, b) => a.at - b.at);
  const sleep = (until: number): void => {
    for (let at = order.wakeAt; at !== null && at <= until; at = order.wakeAt) take(order.due(at), at);
  };
  for (const { at, go } of happenings) {
    sleep(at);
    take(go(), at);
  }
  sleep(Infinity);
  return heard;
}

function firstArrival({ at }: Flight): number {
  return Math.min(...at);
}

describe('to-device events that are delayed, doubled, mixed up and lost', () => {
  it('are each heard once, within 300 ms of their arrival', () => {
    fc.assert(
      fc.property(flights(1_000, 1), (all) => {
        const heard = hear(all, []);
        const arrived = all.filter(({ at }) => at.length > 0);
        expect(heard.map((one) => one.mark).sort()).to.deep.equal(arrived.map(mark).sort());
        for (const flight of arrived) {
          const at = heard.find((one) => one.mark === mark(flight))?.at ?? Infinity;
          expect(at - firstArrival(flight)).to.be.within(0, GAP_MS);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are never heard before something earlier that has arrived', () => {
    fc.assert(
      fc.property(flights(1_000, 1), (all) => {
        const heard = hear(all, []);
        const place = (flight: Flight) => heard.findIndex((one) => one.mark === mark(flight));
        for (const later of all.filter(({ at }) => at.length > 0)) {
          const laterAt = heard[place(later)]?.at ?? 0;
          for (const earlier of all.filter(({ call, seq }) => call === later.call && seq < later.seq)) {
            if (firstArrival(earlier) < laterAt) expect(place(earlier)).to.be.lessThan(place(later));
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are heard in the order of their sending when none is later than 300 ms', () => {
    fc.assert(
      fc.property(flights(GAP_MS - 1, 1), (all) => {
        const heard = hear(all, []).map((one) => one.mark);
        for (let call = 0; call < CALLS; call += 1) {
          const sent = all.filter((flight) => flight.call === call && flight.at.length > 0).map(mark);
          expect(heard.filter((one) => one.startsWith(`0/${call}/`))).to.deep.equal(sent);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('to-device events of sessions that come and go', () => {
  const changes = fc.array(fc.record({ at: fc.nat(25_000), session: fc.nat(SESSIONS).map(String) }), {
    maxLength: 6,
  });

  it('are heard of the session that is in the call, and of no other', () => {
    fc.assert(
      fc.property(flights(20_000, SESSIONS), changes, (all, come) => {
        for (const { mark: one, session } of hear(all, come)) expect(one.split('/')[0]).to.equal(session);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are heard when the session is known within 10 s and stays', () => {
    fc.assert(
      fc.property(flights(5_000, SESSIONS), fc.nat(15_000), fc.nat(SESSIONS - 1), (all, at, session) => {
        const heard = new Set(hear(all, [{ at, session: String(session) }]).map((one) => one.mark));
        const known = all.filter(
          (flight) => flight.session === session && flight.at.some((one) => one > at - HELD_MS),
        );
        for (const flight of known) expect([...heard]).to.include(mark(flight));
      }),
      { numRuns: 1_000 },
    );
  });
});
