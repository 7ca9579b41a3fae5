import { expect } from '@open-wc/testing';
import { VoIP } from '../../src/index.ts';
import type { CallSession, VoIPOptions } from '../../src/index.ts';
import { connectInPage } from '../../src/matrix/memory/connect-in-page.ts';
import type { MemoryMatrix } from '../../src/matrix/memory/index.ts';
import { World, inState } from './world.ts';
import { until } from '../until.ts';

describe('an option that changes', () => {
  const world = new World();
  const options: { -readonly [Name in keyof VoIPOptions]: VoIPOptions[Name] } = {
    log: { debug: () => undefined, warn: () => undefined },
  };
  const policies: (RTCIceTransportPolicy | undefined)[] = [];
  const incoming: CallSession[] = [];
  let matrix: Record<'alice' | 'bob', MemoryMatrix>;
  let voip: Record<'alice' | 'bob', VoIP>;
  let roomId: string;

  function engine(port: MemoryMatrix): VoIP {
    const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
      policies.push(configuration.iceTransportPolicy);
      return new RTCPeerConnection(configuration);
    };
    const made = new VoIP(port, { createPeerConnection, playRingtone: () => undefined }, options);
    made.on('incomingcall', (call) => incoming.push(call));
    return made;
  }

  before(async () => {
    matrix = {
      alice: await connectInPage(world.server, { userId: '@alice:memory', deviceId: 'A1' }),
      bob: await connectInPage(world.server, { userId: '@bob:memory', deviceId: 'B1' }),
    };
    voip = { alice: engine(matrix.alice), bob: engine(matrix.bob) };
    roomId = await matrix.alice.ensureDirectRoom('@bob:memory');
    await until(() => matrix.bob.room(roomId) !== undefined, 'bob is in the room');
  });
  afterEach(async () => {
    for (const { calls } of Object.values(voip)) for (const call of calls) call.hangup();
    await until(() => voip.alice.calls.length + voip.bob.calls.length === 0, 'no call is left');
    incoming.length = 0;
    policies.length = 0;
  });
  after(() => {
    for (const side of ['alice', 'bob'] as const) {
      voip[side].dispose();
      matrix[side].dispose();
    }
    world.close();
  });

  for (const icePolicy of ['all', 'relay'] as const) {
    it(`counts for the next call: icePolicy ${icePolicy}`, async () => {
      options.icePolicy = icePolicy;
      voip.alice.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
      await until(() => policies.length > 0, 'a connection is made');
      expect(policies[0]).to.equal(icePolicy);
    });
  }

  async function bothCall(): Promise<CallSession> {
    delete options.icePolicy;
    voip.alice.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    voip.bob.inviteToCall(roomId, 'voice', { userId: '@alice:memory' });
    await until(() => incoming.length > 0, 'one of them rings');
    return incoming[0]!;
  }

  it('counts for the next call: glare', async () => {
    options.glare = 'ring';
    expect((await bothCall()).state).to.equal('ringing');
  });

  it('counts for the next call: glare, changed', async () => {
    options.glare = 'answer';
    await inState(await bothCall(), 'connected');
  });
});
