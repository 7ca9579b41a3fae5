import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { buildCallEvent } from '../../src/signalling/build-call-event.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import { parseCallEvent } from '../../src/signalling/parse-call-event.ts';
import { CALL_EVENTS } from './call-events.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const SECRET = 'SECRET';
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'sdp',
  'id',
  'candidate',
];

/** Own properties even where the name is `__proto__`, as `JSON.parse` makes them. */
const withOddNames = fc
  .dictionary(fc.constantFrom(...NAMES), fc.jsonValue(), { maxKeys: 4 })
  .map((value) => JSON.parse(JSON.stringify(Object.assign(Object.create(null), value))) as unknown);

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue() },
  { weight: 2, arbitrary: fc.anything() },
  { weight: 2, arbitrary: withOddNames },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(Number.NaN, -0, 1e308, -1, 0.5, '', undefined, null) },
  { weight: 1, arbitrary: fc.constantFrom(1_000, 300_000).map((length) => SECRET.repeat(length)) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 600 }, () => ({ [SECRET]: SECRET }))) },
  { weight: 1, arbitrary: fc.constant(JSON.parse(`{"__proto__":{"${SECRET}":"${SECRET}"}}`) as unknown) },
);

/** Every place in a content, down to the last field. */
function places(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function replaced(value: Json, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[first] = replaced((value as Record<string, Json>)[first] ?? null, rest, by);
  return copy;
}

/** The shape that the types declare, looked at from outside. */
function isDeclared(event: CallEvent): boolean {
  const nullOr = (type: string, ...values: unknown[]): boolean =>
    values.every((value) => value === null || typeof value === type);
  const base =
    typeof event.callId === 'string' && nullOr('string', event.partyId) && [0, 1].includes(event.version);
  return base && body(event);

  function streams(map: unknown): boolean {
    return (
      map === null ||
      Object.values(map as Record<string, Record<string, unknown>>).every(
        ({ purpose, audioMuted, videoMuted }) =>
          ['m.usermedia', 'm.screenshare'].includes(purpose as string) &&
          typeof audioMuted === 'boolean' &&
          typeof videoMuted === 'boolean',
      )
    );
  }

  function body(one: CallEvent): boolean {
    switch (one.kind) {
      case 'invite':
        return (
          Number.isFinite(one.lifetime) &&
          one.offer.type === 'offer' &&
          typeof one.offer.sdp === 'string' &&
          nullOr('string', one.invitee, one.inviteeDeviceId) &&
          streams(one.metadata)
        );
      case 'answer':
        return one.answer.type === 'answer' && typeof one.answer.sdp === 'string' && streams(one.metadata);
      case 'candidates':
        return one.candidates.every(
          ({ candidate, sdpMid, sdpMLineIndex }) =>
            typeof candidate === 'string' &&
            ['string', 'undefined'].includes(typeof sdpMid) &&
            ['number', 'undefined'].includes(typeof sdpMLineIndex),
        );
      case 'select-answer':
        return typeof one.selectedPartyId === 'string';
      case 'reject':
      case 'hangup':
        return /^[a-z_]+$/.test(one.reason);
      case 'negotiate':
        return (
          typeof one.description.sdp === 'string' && Number.isFinite(one.lifetime) && streams(one.metadata)
        );
      case 'metadata-changed':
        return streams(one.metadata);
      case 'replaces':
        return (
          typeof one.replacementId === 'string' &&
          nullOr('string', one.createCall, one.awaitCall, one.targetRoom) &&
          (one.target === null ||
            (typeof one.target.userId === 'string' &&
              nullOr('string', one.target.displayName, one.target.avatarUrl)))
        );
      case 'reject-replacement':
        return typeof one.replacementId === 'string';
      case 'asserted-identity':
        return (
          one.identity === null ||
          nullOr('string', one.identity.userId, one.identity.displayName, one.identity.avatarUrl)
        );
    }
  }
}

/** Names of fields and nothing else. */
const FIELD = /^(not an object|[a-z_]+(\.[a-z_]+)*)$/;

function check(type: string, content: unknown): void {
  const parsed = parseCallEvent(type, content);
  if (parsed === null) throw new Error(`${type} is ours`);
  if (parsed.ok) expect(isDeclared(parsed.event), JSON.stringify(parsed.event)).to.equal(true);
  else expect(parsed.reason).to.match(FIELD).and.not.to.contain(SECRET);
  expect((Object.prototype as unknown as Record<string, unknown>)[SECRET]).to.equal(undefined);
}

describe('hostile content', () => {
  for (const [kind, events] of Object.entries(CALL_EVENTS)) {
    it(`is refused or read as what it should be, in every field: ${kind}`, function () {
      this.timeout(60_000);
      const changed = fc
        .tuple(events as fc.Arbitrary<CallEvent>, fc.nat(), hostile)
        .map(([event, place, value]) => {
          const [{ type, content } = { type: '', content: {} }] = buildCallEvent(event);
          const plain = JSON.parse(JSON.stringify(content)) as Json;
          const all = places(plain);
          return { type, content: replaced(plain, all[place % all.length] ?? [], value) };
        });
      fc.assert(
        fc.property(changed, ({ type, content }) => {
          check(type, content);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('is refused or read when every field is hostile at once', () => {
    const [types, names] = [[] as string[], new Set<string>()];
    for (const events of Object.values(CALL_EVENTS)) {
      for (const event of fc.sample<CallEvent>(events, { numRuns: 20, seed: 1 })) {
        for (const { type, content } of buildCallEvent(event)) {
          types.push(type);
          for (const name of Object.keys(content)) names.add(name);
        }
      }
    }
    const content = fc.dictionary(fc.constantFrom(...names, ...NAMES), hostile, { maxKeys: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...new Set(types)), content, (type, odd) => {
        check(type, { call_id: 'call', ...odd });
      }),
      { numRuns: 1_000 },
    );
  });
});
