import { expect, test } from '@playwright/test';
import { membershipMisfits } from '../support/group-wire/membership-wire.ts';
import { meshMisfits } from '../support/group-wire/mesh-wire.ts';
import { declineMisfits, notificationMisfits } from '../support/group-wire/notification-wire.ts';
import { reactionMisfits, redactionMisfits } from '../support/group-wire/reaction-wire.ts';

const EXPIRY = 360_000;
const stream = { purpose: 'm.usermedia', audio_muted: false, video_muted: false };
const streams = (...ids: string[]) => {
  const map = Object.fromEntries(ids.map((id) => [id, stream]));
  return { sdp_stream_metadata: map, 'org.matrix.msc3077.sdp_stream_metadata': map };
};
const sdp = 'v=0\r\nm=audio 9 UDP\r\na=msid:one track\r\na=sendrecv\r\n';

const COMMON = {
  call_id: 'call',
  party_id: 'party',
  conf_id: '!room:hs',
  room_id: '!room:hs',
  version: '1',
  device_id: 'DEVICE',
  sender_session_id: 'ours',
  dest_session_id: 'theirs=',
  seq: 0,
};
const INVITE = {
  ...COMMON,
  ...streams('one'),
  lifetime: 30_000,
  invitee: '@bob:hs',
  invitee_device_id: 'BOB',
  offer: { type: 'offer', sdp },
};

function membership(change: object = {}) {
  const entry = {
    application: 'm.call',
    call_id: '!room:hs',
    scope: 'm.room',
    device_id: 'DEVICE',
    expires_ts: Date.now() + EXPIRY,
    membershipID: 'ours',
    backend: { type: 'mesh' },
    foci_active: [{ type: 'mesh' }],
    feeds: [{ purpose: 'm.usermedia' }],
  };
  return { memberships: [{ ...entry, ...change }] };
}

test('the schema of memberships has nothing against a good one, and something against each bad one', () => {
  expect(membershipMisfits(membership(), 'DEVICE', EXPIRY)).toEqual([]);
  const bad = [
    { expires_ts: Date.now() + EXPIRY + 0.5 },
    { expires_ts: Date.now() + 10 * EXPIRY },
    { foci_active: [] },
    { foci_active: undefined },
    { backend: undefined },
    { membershipID: 'with=' },
    { feeds: undefined },
    { scope: 'm.world' },
    { more: true },
  ];
  for (const change of bad) {
    const misfits = membershipMisfits(membership(change), 'DEVICE', EXPIRY);
    expect(misfits, JSON.stringify(change)).not.toEqual([]);
  }
  const [entry] = membership().memberships;
  expect(membershipMisfits({ memberships: [entry, entry] }, 'DEVICE', EXPIRY)).not.toEqual([]);
});

test('the schema of what goes from device to device, too', () => {
  for (const prefix of ['m.call.', 'com.famedly.call.member.']) {
    expect(meshMisfits(`${prefix}invite`, INVITE)).toEqual([]);
    expect(meshMisfits(`${prefix}hangup`, { ...COMMON, reason: 'user_hangup' })).toEqual([]);
  }
  for (const field of Object.keys(INVITE)) {
    const { [field as keyof typeof INVITE]: _left, ...rest } = INVITE;
    expect(meshMisfits('m.call.invite', rest), `without ${field}`).not.toEqual([]);
  }
  const bad = [
    { seq: -1 },
    { version: 1 },
    { lifetime: 1.5 },
    { party_id: 'DEVICE' },
    { offer: { type: 'answer', sdp } },
    streams('another'),
    { sdp_stream_metadata: {} },
    { more: true },
  ];
  for (const change of bad) {
    const misfits = meshMisfits('m.call.invite', { ...INVITE, ...change });
    expect(misfits, JSON.stringify(change)).not.toEqual([]);
  }
  expect(meshMisfits('m.call.hangup', { ...COMMON, reason: 'userHangup' })).not.toEqual([]);
  expect(meshMisfits('m.call.unheard_of', COMMON)).not.toEqual([]);
});

test('the schema of how large somebody is shown, too', () => {
  const type = 'com.famedly.call.member.shown';
  const sizes = { 'm.usermedia': 360, 'm.screenshare': 0 };
  expect(meshMisfits(type, { ...COMMON, shown: sizes })).toEqual([]);
  for (const field of Object.keys(COMMON)) {
    const { [field as keyof typeof COMMON]: _left, ...rest } = COMMON;
    expect(meshMisfits(type, { ...rest, shown: sizes }), `without ${field}`).not.toEqual([]);
  }
  const bad = [
    undefined,
    {},
    { 'm.usermedia': 360 },
    { ...sizes, 'm.usermedia': 0.5 },
    { ...sizes, more: 1 },
  ];
  for (const shown of [...bad, { ...sizes, 'm.screenshare': -1 }, { ...sizes, 'm.usermedia': '360' }]) {
    expect(meshMisfits(type, { ...COMMON, shown }), JSON.stringify(shown)).not.toEqual([]);
  }
  expect(meshMisfits('m.call.shown', { ...COMMON, shown: sizes })).not.toEqual([]);
});

test('the schema of reactions and of what takes them back, too', () => {
  const relation = { rel_type: 'm.reference', event_id: '$membership' };
  const reaction = {
    key: '✋',
    is_ephemeral: false,
    call_id: '',
    device_id: 'DEVICE',
    'm.relates_to': relation,
  };
  expect(reactionMisfits(reaction)).toEqual([]);
  expect(reactionMisfits({ ...reaction, is_ephemeral: 'no' })).not.toEqual([]);
  expect(reactionMisfits({ ...reaction, 'm.relates_to': { ...relation, key: 1 } })).not.toEqual([]);
  const redaction = {
    redacts_type: 'com.famedly.call.member.reaction',
    device_id: 'DEVICE',
    call_id: '',
    scope: 'm.room',
  };
  expect(redactionMisfits(redaction)).toEqual([]);
  expect(redactionMisfits({ ...redaction, scope: undefined })).not.toEqual([]);
});

test('the schema of what rings and of what declines, too', () => {
  const relation = { rel_type: 'm.reference', event_id: '$membership' };
  const ring = {
    sender_ts: Date.now(),
    lifetime: 30_000,
    notification_type: 'ring',
    'm.mentions': { user_ids: [], room: true },
    'm.relates_to': relation,
  };
  expect(notificationMisfits(ring)).toEqual([]);
  expect(notificationMisfits({ ...ring, lifetime: 3_600_000 })).not.toEqual([]);
  expect(notificationMisfits({ ...ring, notification_type: 'shout' })).not.toEqual([]);
  expect(declineMisfits({ 'm.relates_to': relation })).toEqual([]);
  expect(declineMisfits({})).not.toEqual([]);
});
