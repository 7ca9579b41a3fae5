import { newCall } from '../../src/call/call-context.ts';
import type { CallContext } from '../../src/call/call-context.ts';
import type { CallCommand } from '../../src/call/call-command.ts';
import type { CallInput, Party } from '../../src/call/call-input.ts';
import type { SignalledEvent } from '../../src/call/classify.ts';
import { move } from './whole-machine.ts';
import type { CallEvent, InviteEvent } from '../../src/signalling/call-event.ts';

export const ROOM = '!room:hs';
export const ALICE = '@alice:hs';
export const BOB = '@bob:hs';
export const MALLORY = '@mallory:hs';
export const offer = { type: 'offer', sdp: 'v=0 offer' } as const;
export const answer = { type: 'answer', sdp: 'v=0 answer candidate:inside' } as const;
export const metadata = {
  stream: { purpose: 'm.usermedia', audioMuted: false, videoMuted: true },
} as const;
export const bobsPhone: Party = { id: 'bobs-phone', version: 1 };
export const bobsLaptop: Party = { id: 'bobs-laptop', version: 1 };
export const oldClient: Party = { id: null, version: 0 };
const identity = { callId: 'call', roomId: ROOM, type: 'voice', partyId: 'us', lifetime: 60_000 } as const;

/** Alice calls Bob, before anything happened. */
export function outgoing(change: Partial<CallContext> = {}): CallContext {
  const self = { userId: ALICE, deviceId: 'A' };
  const peer = { userId: BOB, deviceId: null };
  return { ...newCall({ ...identity, direction: 'outgoing', self, peer }), ...change };
}

/** Bob calls Alice, before anything happened. */
export function incoming(caller: Party = bobsPhone, change: Partial<CallContext> = {}): CallContext {
  const self = { userId: ALICE, deviceId: 'A' };
  const peer = { userId: BOB, deviceId: null };
  return { ...newCall({ ...identity, direction: 'incoming', self, peer }, caller), ...change };
}

export const INVITED: readonly CallInput[] = [
  { type: 'place' },
  { type: 'media-ready' },
  { type: 'offer-ready', offer, metadata },
];
export const RINGS: readonly CallInput[] = [{ type: 'ring', offer, metadata, remaining: 50_000 }];
export const ANSWERS: readonly CallInput[] = [...RINGS, { type: 'answer' }];
export const ANSWERED: readonly CallInput[] = [...ANSWERS, { type: 'answer-ready', answer, metadata }];
export const TALKS: readonly CallInput[] = [...ANSWERED, { type: 'media-connected' }];

export function answeredBy(party: Party): CallInput {
  return { type: 'answered', party, answer, metadata };
}

/** The call after these inputs, and what the last one asked for. */
export function after(
  call: CallContext,
  ...inputs: readonly CallInput[]
): { readonly call: CallContext; readonly commands: readonly CallCommand[]; readonly dropped: boolean } {
  let last: { call: CallContext; commands: readonly CallCommand[]; dropped: boolean } = {
    call,
    commands: [],
    dropped: false,
  };
  for (const input of inputs) {
    const { context, commands, dropped } = move(last.call, input);
    last = { call: context, commands, dropped };
  }
  return last;
}

export function sent(commands: readonly CallCommand[]): readonly CallEvent[] {
  return commands.flatMap((command) => (command.do === 'send' ? [command.event] : []));
}

export function invite(change: Partial<InviteEvent> = {}): InviteEvent {
  return {
    kind: 'invite',
    callId: 'call',
    partyId: 'bobs-phone',
    version: 1,
    lifetime: 60_000,
    offer,
    invitee: ALICE,
    inviteeDeviceId: null,
    metadata,
    capabilities: { transferee: true, dtmf: true },
    ...change,
  };
}

export function from(sender: string, event: CallEvent, change: Partial<SignalledEvent> = {}): SignalledEvent {
  return { event, sender, roomId: ROOM, age: 0, ...change };
}
