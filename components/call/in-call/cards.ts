import type { CallType } from '../../../src/index.ts';
import { allowSteps } from '../../parts/card/allow-steps.ts';
import type { Card, CardAction } from '../../parts/card/card.ts';
import { problemCard } from '../../parts/card/problem-card.ts';
import { camera, cameraOff, micOff, phone } from '../../parts/icon/icons.ts';
import { resume } from '../../parts/icon/in-call-icons.ts';
import { firstName, isolated } from '../../locales/first-name.ts';
import type { InCallView } from './in-call-view.ts';
import { endWords } from './end-words.ts';
import { formatDuration, formatMissed } from '../../locales/times.ts';

/** The card in the middle, where the scene has one. */
export function cardOf(view: InCallView): Card | null {
  switch (view.scene) {
    case 'hold':
    case 'held':
      return holdCard(view);
    case 'ended':
      return endedCard(view);
    case 'missed':
      return missedCard(view);
    case 'blocked':
      return blockedCard(view);
    case 'problem':
      return problemCard(view.words, view.obstacle);
    default:
      return null;
  }
}

function callAction(type: CallType, label: string, primary: boolean): CardAction {
  return { label, icon: type === 'video' ? camera : phone, primary, request: { do: 'call', type } };
}

function holdCard({ words, peer, scene }: InCallView): Card {
  const name = firstName(peer.name);
  const picture = { ...peer, mark: 'hold' as const };
  if (scene === 'held')
    return { picture, title: words.holdsYou(name), lines: [words.holdsYouHint], actions: [] };
  return {
    picture,
    title: words.youHold(name),
    lines: [words.neitherHears],
    actions: [{ label: words.resume, icon: resume, primary: true, request: { do: 'hold', on: false } }],
  };
}

function endedCard({ words, peer, snapshot, failure, tag, canCall, endedAt }: InCallView): Card {
  if (snapshot === null) return { picture: peer, title: words.callEnded, lines: [], actions: [] };
  const { why, hint } = endWords(words, snapshot, firstName(peer.name), failure);
  const { connectedAt } = snapshot;
  const length =
    connectedAt === null ? '' : ` · ${formatDuration((endedAt ?? connectedAt) - connectedAt, tag)}`;
  return {
    picture: peer,
    title: words.callEnded,
    lines: [why + length, ...(hint === null ? [] : [hint])],
    actions: [
      { label: words.close, request: { do: 'dismiss' } },
      ...(canCall ? [callAction(snapshot.type, words.callAgain, true)] : []),
    ],
  };
}

function missedCard({ words, peer, missed, tag }: InCallView): Card {
  const type = missed?.type ?? 'voice';
  return {
    picture: { ...peer, mark: 'missed' },
    title: type === 'video' ? words.missedVideoCall : words.missedVoiceCall,
    lines:
      missed === null ? [] : [words.missedFrom(isolated(peer.name), formatMissed(missed.at, tag, words))],
    actions: [{ label: words.dismiss, request: { do: 'dismiss' } }, callAction(type, words.callBack, true)],
  };
}

function blockedCard({ words, snapshot }: InCallView): Card {
  const refused = (slot: string): boolean =>
    snapshot?.problems.some((problem) => problem.slot === slot && problem.code === 'permission-denied') ??
    false;
  const both = refused('camera') && refused('microphone');
  const one = refused('camera') ? words.cameraBlocked : words.microphoneBlocked;
  return {
    picture: { icon: refused('camera') ? cameraOff : micOff },
    title: both ? words.bothBlocked : one,
    lines: [],
    steps: allowSteps(words),
    actions: [
      { label: words.goOnWithout, request: { do: 'dismiss' } },
      { label: words.tryAgain, primary: true, request: { do: 'retry', slot: null } },
    ],
  };
}
