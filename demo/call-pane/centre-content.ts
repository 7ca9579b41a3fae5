import type { CallSnapshot, CallType, MissedCall } from 'famedly-calls';
import type { IconName } from '../icons.ts';
import { duration } from './duration.ts';
import { endWords } from './end-words.ts';
import { phaseOf } from './phase.ts';

export interface CentreAction {
  readonly label: string;
  readonly icon: IconName | null;
  readonly primary: boolean;
  readonly press: 'voice' | 'video' | 'again' | 'close' | 'resume';
}

/** What stands in the middle of a pane where no picture does. */
export interface CentreContent {
  readonly title: string;
  readonly lead: string;
  readonly hint: string;
  readonly around: 'rings' | 'spinner' | null;
  readonly mark: 'hold' | 'phone-missed' | null;
  readonly actions: readonly CentreAction[];
}

export interface CentreFacts {
  readonly snapshot: CallSnapshot | null;
  readonly missed: { readonly call: MissedCall; readonly at: Date } | null;
  readonly name: string;
  /** ms that the call has lasted; `null` where it never connected. */
  readonly lasted: number | null;
  /** Something that should be known before calling. */
  readonly note: string;
}

const nothing = { lead: '', hint: '', around: null, mark: null, actions: [] } as const;

export function centreContent(facts: CentreFacts): CentreContent {
  const { snapshot, missed, name, note } = facts;
  if (missed !== null) return missedContent(missed, name);
  if (snapshot === null) return { ...nothing, title: name, hint: note, actions: callActions };
  switch (phaseOf(snapshot)) {
    case 'incoming':
      return incomingContent(snapshot, name);
    case 'outgoing':
      return { ...nothing, title: name, lead: outgoingWords(snapshot), around: 'rings' };
    case 'connecting':
      return { ...nothing, title: name, lead: 'Connecting…', around: 'spinner' };
    case 'ended':
      return endedContent(snapshot, facts);
    default:
      return talkingContent(snapshot, facts);
  }
}

const callActions: readonly CentreAction[] = [
  { label: 'Voice call', icon: 'phone', primary: false, press: 'voice' },
  { label: 'Video call', icon: 'camera', primary: true, press: 'video' },
];

function missedContent(missed: NonNullable<CentreFacts['missed']>, name: string): CentreContent {
  const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(missed.at);
  return {
    ...nothing,
    title: `Missed ${missed.call.type} call`,
    lead: `${name}, today at ${time}`,
    mark: 'phone-missed',
    actions: [close('Dismiss'), again('Call back', missed.call.type)],
  };
}

function incomingContent({ type }: CallSnapshot, name: string): CentreContent {
  return {
    ...nothing,
    title: name,
    lead: type === 'video' ? 'Video call' : 'Voice call',
    hint:
      type === 'video'
        ? 'Your camera and microphone stay off until you answer.'
        : 'Your microphone stays off until you answer.',
    around: 'rings',
  };
}

function outgoingWords({ state, type }: CallSnapshot): string {
  if (state === 'invite-sent') return 'Ringing…';
  if (state !== 'wait-local-media') return 'Calling…';
  return type === 'video' ? 'Waiting for camera and microphone…' : 'Waiting for the microphone…';
}

function talkingContent({ remoteOnHold, localOnHold }: CallSnapshot, facts: CentreFacts): CentreContent {
  const lead = 'Neither of you can hear or see the other.';
  if (remoteOnHold) {
    const resume = { label: 'Resume', icon: 'resume', primary: true, press: 'resume' } as const;
    return { ...nothing, title: `You put ${facts.name} on hold`, lead, mark: 'hold', actions: [resume] };
  }
  if (localOnHold) return { ...nothing, title: `${facts.name} put you on hold`, lead, mark: 'hold' };
  return { ...nothing, title: facts.name, lead: facts.lasted === null ? '' : duration(facts.lasted) };
}

function endedContent(snapshot: CallSnapshot, { name, lasted }: CentreFacts): CentreContent {
  const why = endWords(snapshot, name);
  return {
    ...nothing,
    title: 'Call ended',
    lead: lasted === null ? why : `${why} · ${duration(lasted)}`,
    actions: [close('Close'), again('Call again', snapshot.type)],
  };
}

function close(label: string): CentreAction {
  return { label, icon: null, primary: false, press: 'close' };
}

function again(label: string, type: CallType): CentreAction {
  return { label, icon: type === 'video' ? 'camera' : 'phone', primary: true, press: 'again' };
}
