import type { MemberEvent } from '../../src/group-call/member-event.ts';
import { newOwnMembership } from '../../src/group-call/own-context.ts';
import type { NewOwnMembership, OwnContext } from '../../src/group-call/own-context.ts';
import type { OwnCommand } from '../../src/group-call/own-command.ts';
import type { OwnInput } from '../../src/group-call/own-input.ts';
import { moveOwnMembership } from '../../src/group-call/own-membership.ts';

export const ALICE = '@alice:hs';
export const ROOM = '!room:hs';
export const NOW = 1_700_000_000_000;

export function lobby(change: Partial<NewOwnMembership> = {}): OwnContext {
  return newOwnMembership({
    roomId: ROOM,
    userId: ALICE,
    deviceId: 'PHONE',
    membershipId: 'us',
    stateKey: ALICE,
    call: { callId: ROOM, application: 'm.call', scope: 'm.room' },
    backend: { type: 'mesh' },
    delayedEvents: true,
    power: { own: 50, needed: 50 },
    ...change,
  });
}

export interface After {
  readonly context: OwnContext;
  /** What the last input asked for. */
  readonly commands: readonly OwnCommand[];
}

export function after(context: OwnContext, ...inputs: readonly OwnInput[]): After {
  let last: After = { context, commands: [] };
  for (const input of inputs) last = moveOwnMembership(last.context, input, NOW);
  return last;
}

let count = 0;

function keyEvent(content: unknown, change: Partial<MemberEvent> = {}): MemberEvent {
  count += 1;
  return {
    eventId: `$${count}`,
    stateKey: ALICE,
    sender: ALICE,
    content,
    originServerTs: NOW + count,
    ...change,
  };
}

export const list = (...memberships: readonly unknown[]) => ({ memberships });
export const seen = (content: unknown, change: Partial<MemberEvent> = {}): OwnInput => ({
  type: 'key-seen',
  event: keyEvent(content, change),
});
export const read = (content: unknown): OwnInput => ({ type: 'key-read', event: keyEvent(content) });
export const NO_EVENT: OwnInput = { type: 'key-read', event: null };

/** What the last `write-key` or `schedule-leave` says. */
export function said(
  commands: readonly OwnCommand[],
  what: 'write-key' | 'schedule-leave',
): readonly unknown[] | undefined {
  const command = commands.findLast((each) => each.do === what);
  return command && 'content' in command ? (command.content['memberships'] as unknown[]) : undefined;
}

export const does = (commands: readonly OwnCommand[]): readonly string[] =>
  commands.map((command) => ('timer' in command ? `${command.do} ${command.timer}` : command.do));

/** Entered, the write answered and seen. */
export function entered(context: OwnContext = lobby(), before: unknown = null): OwnContext {
  const read: OwnInput = before === null ? NO_EVENT : { type: 'key-read', event: keyEvent(before) };
  let { context: now, commands } = after(context, { type: 'enter' }, read);
  if (now.delay !== null) ({ context: now, commands } = after(now, { type: 'scheduled', delayId: 'delay' }));
  const written = keyEvent({ memberships: said(commands, 'write-key') });
  return after(now, { type: 'written', eventId: written.eventId }, { type: 'key-seen', event: written })
    .context;
}
