import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { buildMembership } from '../../src/signalling/membership.ts';
import { parseMemberships } from '../../src/signalling/parse-memberships.ts';
import { entryName, rawEntries, withEntries } from '../../src/signalling/raw-memberships.ts';
import { sameContent } from '../../src/signalling/same-content.ts';

const NEVER = Number.MAX_SAFE_INTEGER;
const ENTRY = {
  application: 'm.call',
  call_id: '!room:hs',
  scope: 'm.room',
  device_id: 'PHONE',
  expires_ts: 1_000,
  membershipID: 'engine',
  foci_active: [{ type: 'mesh' }],
};
const LIVEKIT = { type: 'livekit', livekit_service_url: 'https://sfu.hs', livekit_alias: 'alias' };

const parsed = (...memberships: readonly unknown[]) => parseMemberships({ memberships }, NEVER);

describe('memberships', () => {
  it('go out as every client reads them, and come in again', () => {
    for (const backend of [
      { type: 'mesh' } as const,
      { type: 'livekit', serviceUrl: 'https://sfu.hs', alias: 'alias' } as const,
    ]) {
      const feeds = backend.type === 'mesh' ? (['m.usermedia', 'm.screenshare'] as const) : [];
      const membership = {
        ...{ application: 'm.call', callId: '', scope: 'm.room', deviceId: 'PHONE', expiresTs: 1_000 },
        ...{ membershipId: 'engine', backend, feeds },
      };
      const content = buildMembership(membership);
      expect(content['backend']).to.deep.equal((content['foci_active'] as unknown[])[0]);
      expect(parsed(content)).to.deep.equal([{ ...membership, dialect: 'both' }]);
    }
  });

  it('have an integer for their end, whatever the clock says', () => {
    const membership = parsed({ ...ENTRY, expires_ts: 5.5 })[0]!;
    expect(buildMembership(membership)['expires_ts']).to.equal(5);
  });

  it('are documented where they name their backend in `backend` alone, and ours where they name it twice', () => {
    const { foci_active: foci, ...rest } = ENTRY;
    const dialects = [
      { ...rest, backend: { type: 'mesh' } },
      { ...rest, backend: { type: 'mesh' }, foci_active: [] },
      { ...rest, foci_active: foci },
      { ...rest, backend: { type: 'mesh' }, foci_active: foci },
    ].map((entry) => parsed(entry)[0]?.dialect);
    expect(dialects).to.deep.equal(['documented', 'documented', 'deployed', 'both']);
  });

  it('name the backend in `foci_active` first', () => {
    const [membership] = parsed({ ...ENTRY, backend: { type: 'mesh' }, foci_active: [LIVEKIT] });
    expect(membership?.backend).to.deep.equal({
      type: 'livekit',
      serviceUrl: 'https://sfu.hs',
      alias: 'alias',
    });
  });

  const BAD: Readonly<Record<string, unknown>> = {
    'nothing at all': null,
    'a list': [],
    'no backend': { ...ENTRY, foci_active: undefined },
    'an unknown backend': { ...ENTRY, foci_active: [{ type: 'carrier-pigeon' }] },
    'a backend of the wrong type': { ...ENTRY, foci_active: ['mesh'] },
    'an SFU without an address': { ...ENTRY, foci_active: [{ type: 'livekit', livekit_alias: 'alias' }] },
    'an end that is text': { ...ENTRY, expires_ts: '1000' },
    'an end that never comes': { ...ENTRY, expires_ts: Infinity },
    'no device': { ...ENTRY, device_id: '' },
    'a device that is a number': { ...ENTRY, device_id: 7 },
    'a name as long as a book': { ...ENTRY, membershipID: 'x'.repeat(256) },
    'no call': { ...ENTRY, call_id: undefined },
  };
  for (const [what, entry] of Object.entries(BAD)) {
    it(`with ${what} cost nobody else's`, () => {
      const other = { ...ENTRY, device_id: 'LAPTOP' };
      expect(parsed(entry, other, entry).map(({ deviceId }) => deviceId)).to.deep.equal(['LAPTOP']);
    });
  }

  it('take unknown feeds for none', () => {
    const feeds = [{ purpose: 'm.usermedia' }, { purpose: 'm.smell' }, null, { purpose: 'm.usermedia' }];
    expect(parsed({ ...ENTRY, feeds })[0]?.feeds).to.deep.equal(['m.usermedia']);
    expect(parsed({ ...ENTRY, feeds: 'all' })[0]?.feeds).to.deep.equal([]);
  });

  it('of one device in one call count once: the last', () => {
    const ids = parsed(ENTRY, { ...ENTRY, call_id: 'other' }, { ...ENTRY, membershipID: 'newer' }).map(
      ({ membershipId }) => membershipId,
    );
    expect(ids).to.have.members(['newer', 'engine']);
  });

  it('years ahead end when the reader says', () => {
    const [membership] = parseMemberships({ memberships: [{ ...ENTRY, expires_ts: 9e15 }] }, 5_000);
    expect(membership?.expiresTs).to.equal(5_000);
  });

  it('are read up to a number: ten thousand in one event are no work', () => {
    const memberships = Array.from({ length: 10_000 }, (_, i) => ({ ...ENTRY, device_id: `D${i}` }));
    expect(parseMemberships({ memberships }, NEVER)).to.have.length(500);
  });

  it('are what they should be, whatever is in the event', () => {
    const values = fc.oneof(fc.anything(), fc.jsonValue(), fc.constantFrom(...Object.values(ENTRY)));
    const entry = fc.oneof(
      values,
      fc.record(
        Object.fromEntries(
          [...Object.keys(ENTRY), 'backend', 'feeds', '__proto__'].map((name) => [name, values]),
        ),
      ),
      fc
        .tuple(fc.constantFrom(...Object.keys(ENTRY), 'backend', 'feeds'), values)
        .map(([name, value]) => ({ ...ENTRY, [name]: value })),
    );
    let good = 0;
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ memberships: fc.array(entry) })), (content) => {
        for (const each of parseMemberships(content, NEVER)) {
          good += 1;
          const { application, callId, scope, deviceId, membershipId, expiresTs, backend, feeds } = each;
          for (const text of [application, callId, scope, deviceId, membershipId]) {
            expect(text).to.be.a('string').with.property('length').below(256);
          }
          expect(Number.isFinite(expiresTs)).to.equal(true);
          expect(['mesh', 'livekit']).to.include(backend.type);
          expect(['m.usermedia', 'm.screenshare']).to.include.members([...feeds]);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(good).to.be.greaterThan(100);
  });
});

describe('entries of others', () => {
  it('are handed on as they are, unknown fields and nonsense too', () => {
    const content = { future: { deep: [1] }, memberships: [{ device_id: 'X', unknown: { a: 1 } }, 7, null] };
    expect(withEntries(content, rawEntries(content))).to.deep.equal(content);
  });

  it('are none where there is no list', () => {
    for (const content of [null, 7, 'text', [], {}, { memberships: 'all' }]) {
      expect(rawEntries(content)).to.deep.equal([]);
    }
  });

  it('have a name where they name a device', () => {
    expect(entryName({ device_id: 'X', expires_ts: 'soon' })).to.include({ deviceId: 'X', expiresTs: 0 });
    for (const entry of [null, 7, {}, { device_id: 7 }]) expect(entryName(entry)).to.equal(null);
  });

  it('say the same in another order of their fields, and nothing else does', () => {
    expect(sameContent({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).to.equal(true);
    for (const other of [
      { a: 1 },
      { a: 1, b: [] },
      { a: 1, b: { 0: { c: null } } },
      { a: 1, x: [{ c: null }] },
    ]) {
      expect(sameContent({ a: 1, b: [{ c: null }] }, other), JSON.stringify(other)).to.equal(false);
    }
  });
});
