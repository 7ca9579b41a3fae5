import { expect } from '@open-wc/testing';
import type { MissedCall } from '../../../src/index.ts';
import { CallSlot } from '../../../components/engine-link/call-slot.ts';
import type { SlotSettings } from '../../../components/engine-link/call-slot.ts';
import { Engine } from '../../../components/engine-link/engine.ts';
import type { ShownCall } from '../../../components/engine-link/shown-call.ts';
import { inState, World } from '../../session/world.ts';
import { until } from '../../until.ts';

/** A slot, and what it was told. */
function makeSlot(wanted: Partial<SlotSettings>) {
  const settings = {
    roomId: '',
    callee: '',
    listen: false,
    icePolicy: 'all',
    glare: 'ring',
    ...wanted,
  } as const;
  const shown: ShownCall[] = [];
  const missed: MissedCall[] = [];
  const nothing = (): void => undefined;
  const slot = new CallSlot(() => settings, {
    changed: nothing,
    shown: (call) => shown.push(call),
    stateChanged: nothing,
    missed: (call) => missed.push(call),
    failed: nothing,
    recovered: nothing,
  });
  return { slot, shown, missed };
}

describe('the engine that elements share', () => {
  let world: World;
  let leaving: AbortController;
  beforeEach(() => {
    world = new World();
    leaving = new AbortController();
  });
  afterEach(() => {
    leaving.abort();
    world.close();
  });

  /** Alice calls Bob, who has elements instead of an engine of his own. */
  async function alicesCalls() {
    const { alice, bob, roomId } = await world.pair();
    bob.voip.dispose();
    const engine = Engine.on(bob.matrix);
    const take = (wanted: Partial<SlotSettings>) => {
      const made = makeSlot(wanted);
      engine.take(made.slot, leaving.signal);
      return made;
    };
    const call = () => alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    return { bob, roomId, engine, take, call };
  }

  it('is one for all who ask for the same port', async () => {
    const { bob, engine } = await alicesCalls();
    expect(Engine.on(bob.matrix)).to.equal(engine);
  });

  it('is the page’s own where the page made one', async () => {
    const { bob } = await world.pair();
    expect(Engine.on(bob.voip).voip).to.equal(bob.voip);
  });

  it('lets one of two elements for a room ring', async () => {
    const { take, call, roomId } = await alicesCalls();
    const first = take({ roomId });
    const second = take({ roomId });
    call();
    await until(() => first.shown.length > 0, 'it rings');
    expect(second.shown).to.be.empty;
  });

  it('prefers the element that stands for the room to one that listens to all', async () => {
    const { take, call, roomId } = await alicesCalls();
    const anywhere = take({ listen: true });
    const here = take({ roomId });
    call();
    await until(() => here.shown.length > 0, 'it rings');
    expect(anywhere.shown).to.be.empty;
  });

  it('lets nothing ring that no element would show, and says that it was missed to nobody', async () => {
    const { take, call, engine } = await alicesCalls();
    const elsewhere = take({ roomId: '!another:memory' });
    const missed: MissedCall[] = [];
    engine.voip.on('missedcall', (each) => missed.push(each));
    call();
    await until(() => missed.length > 0, 'the call came');
    expect(engine.voip.calls).to.be.empty;
    expect([...elsewhere.shown, ...elsewhere.missed]).to.be.empty;
  });

  it('tells one element alone that a call was missed', async () => {
    const { take, call, roomId } = await alicesCalls();
    const first = take({ roomId });
    const second = take({ roomId });
    const outgoing = call();
    await until(() => first.shown.length > 0, 'it rings');
    outgoing.hangup();
    await until(() => first.missed.length > 0, 'missed');
    expect(second.missed).to.be.empty;
    expect(first.slot.lastMissed?.userId).to.equal('@alice:memory');
  });

  it('tells an element in a call of another one, and leaves the call in its place', async () => {
    const { take, call, roomId, bob } = await alicesCalls();
    const only = take({ roomId });
    call();
    await until(() => only.shown.length > 0, 'it rings');
    const carol = await world.person('@carol:memory', 'C1');
    const other = await carol.matrix.ensureDirectRoom('@bob:memory');
    await until(() => bob.matrix.room(other) !== undefined, 'bob is in carol’s room');
    const listener = take({ listen: true, callee: '@nobody:memory' });
    carol.voip.inviteToCall(other, 'voice', { userId: '@bob:memory' });
    await until(() => carol.voip.calls.length > 0, 'carol calls');
    expect(only.slot.call?.roomId).to.equal(roomId);
    expect(listener.shown).to.be.empty;
  });

  it('ends with its last element, and its calls end for the other side', async () => {
    const { take, call, roomId, bob, engine } = await alicesCalls();
    const only = take({ roomId });
    const outgoing = call();
    await until(() => only.shown.length > 0, 'it rings');
    only.slot.call?.answer();
    await inState(outgoing, 'connected');
    leaving.abort();
    await inState(outgoing, 'ended');
    expect(Engine.on(bob.matrix)).not.to.equal(engine);
  });

  it('hides addresses for all where one element wants that', async () => {
    const { take, roomId, engine } = await alicesCalls();
    take({ roomId });
    const hider = take({ roomId, icePolicy: 'relay' });
    const policies: (RTCIceTransportPolicy | undefined)[] = [];
    const { RTCPeerConnection: Original } = globalThis;
    globalThis.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        policies.push(configuration?.iceTransportPolicy);
      }
    };
    try {
      const call = engine.voip.inviteToCall(roomId, 'voice', { userId: '@alice:memory' });
      await inState(call, 'invite-sent');
      call.hangup();
    } finally {
      globalThis.RTCPeerConnection = Original;
    }
    expect(policies[0]).to.equal('relay');
    expect(hider.slot.settings.icePolicy).to.equal('relay');
  });
});
