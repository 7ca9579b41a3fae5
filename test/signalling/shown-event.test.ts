import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { buildMeshEvent, parseMeshEvent } from '../../src/signalling/mesh-event.ts';
import type { MeshEvent } from '../../src/signalling/mesh-event.ts';
import { buildShownSizes, parseShownSizes } from '../../src/signalling/shown-sizes.ts';

const TYPE = 'com.famedly.call.member.shown';
const MESH: MeshEvent = {
  event: {
    kind: 'shown',
    callId: 'call',
    partyId: 'party',
    shown: buildShownSizes({ camera: 360, screen: 0 }),
  },
  roomId: '!room:hs',
  confId: '',
  senderDeviceId: 'A',
  senderSessionId: 'session-a',
  destSessionId: 'session-b',
  seq: 3,
};
const { type, content } = buildMeshEvent(MESH, 'both');
const parse = (change: object) => parseMeshEvent(type, { ...content, ...change });

describe('how large somebody is shown', () => {
  it('has all that events of a mesh have, and a size for each picture', () => {
    expect(type).to.equal(TYPE);
    expect(content).to.deep.equal({
      ...{
        call_id: 'call',
        party_id: 'party',
        conf_id: '',
        room_id: '!room:hs',
        version: '1',
        device_id: 'A',
      },
      ...{ sender_session_id: 'session-a', dest_session_id: 'session-b', seq: 3 },
      shown: { 'm.usermedia': 360, 'm.screenshare': 0 },
    });
  });

  it('arrives as it was meant', () => {
    const size = fc.nat(2 ** 14);
    fc.assert(
      fc.property(size, size, (camera, screen) => {
        const sizes = { camera, screen };
        const event = {
          kind: 'shown',
          callId: 'call',
          partyId: 'party',
          shown: buildShownSizes(sizes),
        } as const;
        const built = buildMeshEvent({ ...MESH, event }, 'both');
        const parsed = parseMeshEvent(built.type, JSON.parse(JSON.stringify(built.content)));
        expect(parsed).to.deep.equal({ ok: true, event: { ...MESH, event } });
        expect(parseShownSizes(event.shown)).to.deep.equal(sizes);
      }),
    );
  });

  it('is nothing where a size is none', () => {
    const sizes = { 'm.usermedia': 360, 'm.screenshare': 0 };
    for (const size of [
      undefined,
      null,
      -1,
      0.5,
      2 ** 14 + 1,
      Infinity,
      Number.NaN,
      '360',
      true,
      [360],
      {},
    ]) {
      for (const picture of Object.keys(sizes)) {
        expect(
          parseShownSizes({ ...sizes, [picture]: size }),
          `${picture}: ${JSON.stringify(size)}`,
        ).to.equal(null);
      }
    }
    for (const nothing of [undefined, null, 360, 'all', [360, 360], {}])
      expect(parseShownSizes(nothing)).to.equal(null);
  });

  it('is dropped where it does not say which call it means, or who says so', () => {
    for (const field of ['call_id', 'room_id', 'device_id', 'sender_session_id', 'seq']) {
      expect(parse({ [field]: undefined }), field).to.deep.equal({ ok: false, reason: field });
    }
    for (const nothing of [null, 7, 'text', []]) expect(parseMeshEvent(TYPE, nothing)?.ok).to.equal(false);
  });

  it('has one name only', () => {
    expect(parseMeshEvent('m.call.shown', content)).to.equal(null);
  });
});
