import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { forgedPort } from './forged-port.ts';
import type { ForgedPort } from './forged-port.ts';
import { World, inState, rings } from './world.ts';
import { until } from '../until.ts';

const TYPES = [
  ...['invite', 'candidates', 'answer', 'select_answer', 'reject', 'hangup', 'negotiate'],
  ...['sdp_stream_metadata_changed', 'replaces', 'reject_replacement', 'asserted_identity'],
].map((name) => `m.call.${name}`);

const FIELDS = [
  ...['party_id', 'version', 'lifetime', 'offer', 'answer', 'description', 'candidates'],
  ...['invitee', 'invitee_device_id', 'selected_party_id', 'reason', 'sdp_stream_metadata'],
  ...['org.matrix.msc3077.sdp_stream_metadata', 'capabilities', 'replacement_id', 'target_user'],
  ...['create_call', 'await_call', 'target_room', 'asserted_identity'],
];

const SDP = 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=ice-pwd:secretsecretsecret\r\n';

/** Whole, so that only the fields under test are wrong. */
const WHOLE = {
  party_id: 'party',
  version: '1',
  lifetime: 60_000,
  offer: { type: 'offer', sdp: SDP },
  answer: { type: 'answer', sdp: SDP },
  description: { type: 'offer', sdp: SDP },
  candidates: [{ candidate: 'candidate:1 1 udp 1 10.0.0.1 1 typ host', sdpMid: '0' }],
  selected_party_id: 'party',
  sdp_stream_metadata: { s: { purpose: 'm.usermedia' } },
  replacement_id: 'replacement',
};

const fuzzed = fc.record({
  type: fc.constantFrom(...TYPES),
  fields: fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue(), { maxKeys: 4 }),
});

describe('hostile events', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => {
    world.close();
  });

  async function talking() {
    let port: ForgedPort | undefined;
    const alice = await world.person('@alice:memory', 'A1', {}, {}, (real) => {
      port = forgedPort(real);
      return port;
    });
    const bob = await world.person('@bob:memory', 'B1');
    const roomId = await alice.matrix.ensureDirectRoom('@bob:memory');
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    const incoming = await rings(bob);
    incoming.answer();
    await inState(call, 'connected');
    await inState(incoming, 'connected');
    if (port === undefined) throw new Error('no port');
    return { alice, port, roomId, call };
  }

  it('in clear do not count in an encrypted room', async () => {
    let port: ForgedPort | undefined;
    const alice = await world.person('@alice:memory', 'A1', {}, {}, (real) => {
      port = forgedPort(real);
      return port;
    });
    const bob = await world.person('@bob:memory', 'B1');
    const roomId = await alice.matrix.ensureDirectRoom('@bob:memory', { encrypted: true });
    const invite = { roomId, type: 'm.call.invite', sender: '@bob:memory' };
    port?.forge({ ...invite, content: { ...WHOLE, call_id: 'in clear' } });
    expect(alice.incoming).to.deep.equal([]);
    expect(world.log.join()).to.contain('in clear in an encrypted room');
    const call = bob.voip.inviteToCall(roomId, 'voice', { userId: '@alice:memory' });
    (await rings(alice)).answer();
    await inState(call, 'connected');
  });

  it('that offer what cannot be read do not ring, and nobody missed them', async () => {
    const { alice, port, roomId, call } = await talking();
    call.hangup();
    const { voip, incoming } = alice;
    const missed: unknown[] = [];
    voip.on('missedcall', (each) => missed.push(each));
    const begun: unknown[] = [];
    voip.on('callschange', (calls) => begun.push(...calls));
    port.forge({
      roomId,
      type: 'm.call.invite',
      sender: '@bob:memory',
      content: { ...WHOLE, call_id: 'unreadable' },
    });
    await until(() => world.log.join().includes('bad offer'), 'a reason in the log');
    expect([incoming, begun, missed]).to.deep.equal([[], [], []]);
    expect(world.log.join()).not.to.match(/ice-pwd|v=0/);
  });

  it('from a third member of the room change nothing in a running call', async () => {
    const { port, roomId, call } = await talking();
    const before = call.snapshot;
    world.log.length = 0;
    for (const type of TYPES) {
      const content = { ...WHOLE, call_id: call.callId };
      port.forge({ roomId, type, sender: '@mallory:memory', content });
    }
    expect(call.snapshot).to.equal(before);
    expect(world.log.filter((line) => line.includes('another user or party'))).to.have.length(TYPES.length);
  });

  it('from another party of the other side change nothing in a running call', async () => {
    const { port, roomId, call } = await talking();
    const before = call.snapshot;
    fc.assert(
      fc.property(fuzzed, ({ type, fields }) => {
        const content = { ...WHOLE, ...fields, call_id: call.callId };
        port.forge({ roomId, type, sender: '@bob:memory', content });
        return call.snapshot === before;
      }),
      { numRuns: 2_000 },
    );
    expect(world.log.join()).not.to.match(/ice-pwd|v=0/);
  });

  it('that are malformed throw nothing, ring nothing and leave a reason in the log', async () => {
    const { port, roomId, call } = await talking();
    const before = call.snapshot;
    const malformed = fc.record({ type: fc.constantFrom(...TYPES), content: fc.anything() });
    fc.assert(
      fc.property(malformed, ({ type, content }) => {
        world.log.length = 0;
        port.forge({ roomId, type, sender: '@bob:memory', content });
        expect(world.log).to.have.length(1);
        return call.snapshot === before;
      }),
      { numRuns: 5_000 },
    );
  });
});
