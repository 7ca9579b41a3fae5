import { expect } from '@open-wc/testing';
import { CallError, VoIP } from '../../src/index.ts';
import type { CallSession, IncomingCall, MissedCall, WebRTCDelegate } from '../../src/index.ts';
import { World, inState, rings } from './world.ts';
import { until } from '../until.ts';

describe('ringing', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => {
    world.close();
  });

  function recording(): { delegate: WebRTCDelegate; calls: string[]; missed: MissedCall[] } {
    const calls: string[] = [];
    const missed: MissedCall[] = [];
    const delegate: WebRTCDelegate = {
      playRingtone: () => calls.push('playRingtone'),
      stopRingtone: () => calls.push('stopRingtone'),
      registerListeners: (session) => {
        calls.push(`registerListeners ${session.state}`);
        session.on('change', ({ state }) => {
          if (state === 'ended' && !calls.includes('ended')) calls.push('ended');
        });
      },
      handleNewCall: (session) => calls.push(`handleNewCall ${session.state}`),
      handleCallEnded: () => calls.push('handleCallEnded'),
      handleMissedCall: (call) => {
        calls.push('handleMissedCall');
        missed.push(call);
      },
    };
    return { delegate, calls, missed };
  }

  it('asks the delegate in its order on both sides, to a missed call', async () => {
    const [a, b] = [recording(), recording()];
    const { alice, bob, roomId } = await world.pair({ a: a.delegate, b: b.delegate });
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    await rings(bob);
    call.hangup();
    await until(() => b.missed.length > 0, 'a missed call');
    expect(a.calls).to.deep.equal([
      'registerListeners fledgling',
      'handleNewCall fledgling',
      'ended',
      'handleCallEnded',
    ]);
    expect(b.calls).to.deep.equal([
      'playRingtone',
      'registerListeners fledgling',
      'handleNewCall ringing',
      'stopRingtone',
      'ended',
      'handleCallEnded',
      'handleMissedCall',
    ]);
    const { callId } = call;
    expect(b.missed).to.deep.equal([{ callId, roomId, userId: '@alice:memory', type: 'voice' }]);
  });

  it('sends nothing and misses no call when it is rejected in silence', async () => {
    const b = recording();
    const { alice, bob, roomId } = await world.pair({ b: b.delegate });
    const types: string[] = [];
    alice.matrix.on('batch', ({ events }) => types.push(...events.map(({ type }) => type)));
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    (await rings(bob)).reject({ shouldEmit: false });
    await until(() => b.calls.includes('handleCallEnded'), 'the end');
    call.hangup();
    await until(() => types.includes('m.call.hangup'), 'our hangup');
    expect(types).not.to.include('m.call.reject');
    expect(b.missed).to.deep.equal([]);
  });

  it('stops on the other device when one answers', async () => {
    const { alice, bob, roomId } = await world.pair();
    const second = await world.person('@bob:memory', 'B2');
    const call = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
    const [here, there] = [await rings(bob), await rings(second)];
    there.answer();
    await inState(call, 'connected');
    await inState(here, 'ended');
    expect(here.snapshot.endReason).to.equal('answered_elsewhere');
  });

  it('stops in one engine when another one on the same client answers', async () => {
    const { alice, bob, roomId } = await world.pair();
    const second = new VoIP(bob.matrix, { playRingtone: () => undefined });
    const there: CallSession[] = [];
    second.on('incomingcall', (incoming) => there.push(incoming));
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    const here = await rings(bob);
    await until(() => there.length > 0, 'it rings in both');
    there[0]?.answer();
    await inState(call, 'connected');
    await inState(here, 'ended');
    expect(here.snapshot.endReason).to.equal('answered_elsewhere');
    second.dispose();
  });

  it('reaches one device of the same user only', async () => {
    const { alice, roomId } = await world.pair();
    const phone = await world.person('@alice:memory', 'A2');
    const tablet = await world.person('@alice:memory', 'A3');
    const callee = { userId: '@alice:memory', deviceId: 'A2' };
    const call = alice.voip.inviteToCall(roomId, 'voice', callee);
    (await rings(phone)).answer();
    await inState(call, 'connected');
    expect(tablet.incoming).to.deep.equal([]);
    expect(alice.incoming).to.deep.equal([]);
  });

  it('leaves one call when two people call each other, with media opened once on each side', async () => {
    let opened = 0;
    const counting = {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        opened += 1;
        return navigator.mediaDevices.getUserMedia(constraints);
      },
      enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    } as unknown as MediaDevices;
    const delegate = { mediaDevices: counting };
    const { alice, bob, roomId } = await world.pair({ a: delegate, b: delegate });
    const calls = [
      alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' }),
      bob.voip.inviteToCall(roomId, 'voice', { userId: '@alice:memory' }),
    ];
    await until(() => alice.incoming.length + bob.incoming.length > 0, 'one of them rings');
    const [winner] = calls.filter(({ state }) => state !== 'ended');
    const [ringing] = [...alice.incoming, ...bob.incoming];
    expect(ringing?.callId).to.equal(winner?.callId);
    ringing?.answer();
    if (winner !== undefined) await inState(winner, 'connected');
    expect(opened).to.equal(2);
  });

  it('is silenced here and goes on', async () => {
    const b = recording();
    const { alice, bob, roomId } = await world.pair({ b: b.delegate });
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    const incoming = await rings(bob);
    incoming.silence();
    expect(b.calls.filter((name) => name === 'stopRingtone')).to.have.length(1);
    expect(incoming.state).to.equal('ringing');
    incoming.answer();
    await inState(call, 'connected');
    expect(b.calls.filter((name) => name === 'stopRingtone')).to.have.length(1);
  });

  it('does not begin where the application hangs up as soon as it hears of the call', async () => {
    const delegate: WebRTCDelegate = {
      handleNewCall: (session) => {
        session.hangup();
      },
    };
    const { alice, bob, roomId } = await world.pair({ a: delegate });
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    expect(call.state).to.equal('ended');
    expect(bob.incoming).to.deep.equal([]);
  });

  it('goes on on the other device when one device lets go of its calls', async () => {
    const { alice, bob, roomId } = await world.pair();
    const second = await world.person('@bob:memory', 'B2');
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    await Promise.all([rings(bob), rings(second)]);
    bob.voip.dispose();
    second.incoming[0]?.answer();
    await inState(call, 'connected');
    expect(second.incoming[0]?.state).not.to.equal('ended');
  });

  it('is none when it was answered, even if the caller gives up before media flow', async () => {
    const b = recording();
    const { alice, bob, roomId } = await world.pair({ b: b.delegate });
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    const incoming = await rings(bob);
    incoming.answer();
    await inState(incoming, 'create-answer');
    call.hangup();
    await inState(incoming, 'ended');
    await until(() => b.calls.includes('handleCallEnded'), 'the end');
    expect(incoming.snapshot.connectedAt).to.equal(null);
    expect(b.missed).to.deep.equal([]);
  });

  it('is a missed call while another call goes on', async () => {
    const b = recording();
    const { alice, bob, roomId } = await world.pair({ b: b.delegate });
    const carol = await world.person('@carol:memory', 'C1');
    const other = await carol.matrix.ensureDirectRoom('@bob:memory');
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    (await rings(bob)).answer();
    await inState(call, 'connected');
    const second = carol.voip.inviteToCall(other, 'voice', { userId: '@bob:memory' });
    await until(() => b.missed.length > 0, 'a missed call');
    expect(bob.incoming).to.have.length(1);
    expect(second.state).to.equal('invite-sent');
  });

  it('asks with what is known of the call whether it may ring, and is missed where it may not', async () => {
    const b = recording();
    const asked: IncomingCall[] = [];
    const canHandleNewCall = (incoming: IncomingCall): boolean => {
      asked.push(incoming);
      return incoming.type === 'voice';
    };
    const { alice, bob, roomId } = await world.pair({ b: { ...b.delegate, canHandleNewCall } });
    const refused = alice.voip.inviteToCall(roomId, 'video', { userId: '@bob:memory' });
    await until(() => b.missed.length > 0, 'a missed call');
    expect(bob.incoming).to.deep.equal([]);
    refused.hangup();
    const taken = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    expect((await rings(bob)).callId).to.equal(taken.callId);
    const facts = { roomId, userId: '@alice:memory' };
    expect(asked).to.deep.equal([
      { ...facts, callId: refused.callId, type: 'video' },
      { ...facts, callId: taken.callId, type: 'voice' },
    ]);
  });

  it('refuses a call without a callee, to oneself, and in an unknown room', async () => {
    const { alice, roomId } = await world.pair();
    const code = (place: () => unknown): string => {
      try {
        place();
      } catch (error) {
        if (error instanceof CallError) return error.code;
      }
      return 'nothing';
    };
    const place = (room: string, callee: object) => () =>
      alice.voip.inviteToCall(room, 'voice', callee as { userId: string });
    expect(code(place(roomId, {}))).to.equal('invalid-argument');
    expect(code(place(roomId, { userId: '@alice:memory' }))).to.equal('invalid-argument');
    expect(code(place('!nowhere', { userId: '@bob:memory' }))).to.equal('invalid-argument');
  });
});
