import type { GroupCallEndReason } from '../../../src/index.ts';
import { firstName } from '../../locales/first-name.ts';
import { formatDuration } from '../../locales/times.ts';
import type { Card } from '../../parts/card/card.ts';
import { problemCard } from '../../parts/card/problem-card.ts';
import { lock, phone, phoneDown } from '../../parts/icon/icons.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** The card in the middle, where the scene has one. */
export function groupCardOf(view: GroupInCallView): Card | null {
  const { scene, words } = view;
  switch (scene) {
    case 'problem':
      return problemCard(words, view.obstacle);
    case 'forbidden':
      return forbiddenCard(view);
    case 'left':
      return leftCard(view);
    default:
      return null;
  }
}

function forbiddenCard({ words, snapshot }: GroupInCallView): Card {
  if (snapshot?.problem?.code === 'unsupported') {
    return {
      picture: { icon: phoneDown },
      title: words.needsServer,
      lines: [words.needsServerHint],
      actions: [],
    };
  }
  const problem = snapshot?.problem?.code === 'forbidden' ? snapshot.problem : null;
  const mayAllow = problem?.mayAllowEverybody ?? false;
  const { own = 0, needed = 0 } = problem ?? {};
  return {
    picture: { icon: lock },
    title: words.mayNotJoin,
    lines: [mayAllow ? words.powerMissingMayAllow(needed) : words.powerMissing(own, needed)],
    actions: [
      { label: words.tryAgain, primary: !mayAllow, request: { do: 'join' } },
      ...(mayAllow
        ? [{ label: words.allowEverybody, primary: true, request: { do: 'allow-everybody' } } as const]
        : []),
    ],
  };
}

/** Reasons after which one cannot simply come back. */
const FOR_GOOD: ReadonlySet<GroupCallEndReason | null> = new Set<GroupCallEndReason>([
  'kicked',
  'banned',
  'left-room',
  'room-upgraded',
]);

function leftCard(view: GroupInCallView): Card {
  const { words, tag, snapshot, duration, comesBack, person, self } = view;
  const reason = snapshot?.endReason ?? 'left';
  const names = (snapshot?.participants ?? [])
    .filter(({ userId }) => userId !== self.userId)
    .map(({ userId }) => firstName(person(userId).name));
  const lines = {
    'room-upgraded': words.roomUpgradedHint,
    'taken-over': words.takenOverHint,
    left: duration === null ? '' : formatDuration(duration, tag),
    ...{ kicked: '', banned: '', 'left-room': '' },
  }[reason];
  const still = reason === 'left' && names.length > 0 ? words.areHere([...new Set(names)]) : '';
  const waits = comesBack && snapshot?.signallingInterrupted === true ? words.signallingInterrupted : '';
  return {
    picture: { icon: phoneDown, calm: reason === 'left' },
    title: {
      left: words.youLeft,
      kicked: words.wereRemoved,
      banned: words.wereBanned,
      'left-room': words.leftTheRoom,
      'room-upgraded': words.roomUpgraded,
      'taken-over': words.takenOver,
    }[reason],
    lines: [lines, still, waits].filter((line) => line !== ''),
    actions: FOR_GOOD.has(reason)
      ? []
      : [
          { label: words.back, request: { do: 'dismiss' } },
          {
            label: comesBack ? words.joining : words.rejoin,
            icon: phone,
            primary: true,
            request: { do: 'rejoin' },
          },
        ],
  };
}
