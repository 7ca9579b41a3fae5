import { expect } from '@open-wc/testing';
import type { MeshPeer } from '../../../src/group-call/mesh-pair.ts';
import { MeshPost } from '../../../src/session/mesh-post.ts';
import { hangup, OURS, own, ROOM } from '../../group-call/arrivals.ts';

const log = { debug: () => undefined, warn: () => undefined };

function engine(count: number): MeshPeer {
  const membershipId = `engine-${count}`;
  return { userId: '@bob:hs', deviceId: `B${count}`, membershipId, dialect: 'deployed', feeds: [] };
}

describe('what devices of a group call say to each other', () => {
  let members: readonly MeshPeer[];
  let sent: string[];
  let post: MeshPost;
  beforeEach(() => {
    members = [];
    sent = [];
    post = new MeshPost({
      port: {
        sendToDevice: (_roomId, _type, messages) => {
          sent.push(...messages.map(({ deviceId }) => deviceId));
          return Promise.resolve([]);
        },
      },
      roomId: ROOM,
      log,
      members: () => members,
    });
  });

  const goodbye = (to: MeshPeer): void =>
    post.send({
      to,
      event: hangup(own.callId),
      seal: (event) => ({
        ...{ event, roomId: ROOM, confId: ROOM, senderDeviceId: 'A', senderSessionId: OURS, seq: 0 },
        destSessionId: to.membershipId,
      }),
      failed: () => undefined,
    });

  async function back(...engines: readonly MeshPeer[]): Promise<readonly string[]> {
    members = engines;
    post.membersChanged();
    await post.emptied();
    return sent;
  }

  it('waits as a goodbye until its engine is back, and is never for the next one of that device', async () => {
    goodbye(engine(1));
    expect(await back()).to.deep.equal([]);
    expect(await back({ ...engine(1), membershipId: 'another' })).to.deep.equal([]);
    expect(await back(engine(1))).to.deep.equal(['B1']);
    expect(await back(engine(1))).to.deep.equal(['B1']);
  });

  it('is in nobody’s way while it waits: the next engine of that device hears what is for it', async () => {
    goodbye(engine(1));
    const next = { ...engine(1), membershipId: 'another' };
    goodbye(next);
    expect(await back(next)).to.deep.equal(['B1']);
  });

  it('is kept for the last 32 who went', async () => {
    const engines = Array.from({ length: 40 }, (_, count) => engine(count));
    for (const each of engines) goodbye(each);
    await back();
    expect(await back(...engines)).to.deep.equal(engines.slice(-32).map(({ deviceId }) => deviceId));
  });
});
