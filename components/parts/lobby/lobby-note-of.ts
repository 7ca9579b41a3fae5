import type { SVGTemplateResult } from 'lit';
import type { GroupCallSnapshot, MediaProblem } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { problemText } from '../banner/device-banner.ts';
import { allowSteps } from '../card/allow-steps.ts';
import { cameraOff, micOff } from '../icon/icons.ts';
import { signal1 } from '../icon/in-call-icons.ts';
import { info } from '../icon/seldom-icons.ts';
import type { Request } from '../request.ts';

/** What somebody should know before they join. */
export interface LobbyNote {
  readonly kind: 'trouble' | 'many';
  readonly icon: SVGTemplateResult;
  /** Empty where the lines say it all. */
  readonly title: string;
  readonly lines: readonly string[];
  /** What to do, in order. */
  readonly steps: readonly string[];
  readonly action: { readonly label: string; readonly requests: readonly Request[] } | null;
}

export interface LobbyNoteFacts {
  readonly words: Words & GroupWords;
  readonly snapshot: GroupCallSnapshot;
  /** Of microphone and camera, also while they are tried again. */
  readonly problems: readonly MediaProblem[];
  /** We have been going in for a while. */
  readonly takesLong: boolean;
  /** From so many people, with us, a server would serve better; `null` where there is one in use. */
  readonly directLimit: number | null;
  /** There is a server to change to. */
  readonly canUseServer: boolean;
}

const SILENT = { title: '', lines: [], steps: [], action: null } as const;

/** The worst thing only. */
export function lobbyNoteOf(facts: LobbyNoteFacts): LobbyNote | null {
  const { words, snapshot, problems, takesLong } = facts;
  const { signallingInterrupted } = snapshot;
  const waits = snapshot.state === 'entering' && (signallingInterrupted || takesLong);
  return waits || problems.length === 0
    ? (waitNote(words, signallingInterrupted, waits) ?? manyNote(facts))
    : deviceNote(words, problems);
}

/** The server is what we wait for. */
function waitNote(words: LobbyNoteFacts['words'], interrupted: boolean, waits: boolean): LobbyNote | null {
  if (!interrupted && !waits) return null;
  return {
    ...SILENT,
    kind: 'trouble',
    icon: signal1,
    title: interrupted ? words.signallingInterrupted : words.joiningTakesLong,
    lines: interrupted ? [words.serverAskedAgain] : [],
    action: waits ? { label: words.cancel, requests: [{ do: 'hangup' }] } : null,
  };
}

function deviceNote(words: LobbyNoteFacts['words'], problems: readonly MediaProblem[]): LobbyNote {
  const refused = problems.filter(({ code }) => code === 'permission-denied').map(({ slot }) => slot);
  const one = refused.includes('camera') ? words.cameraBlocked : words.microphoneBlocked;
  const blocked = refused.length > 1 ? words.bothBlocked : one;
  const others = problems.filter(({ code }) => code !== 'permission-denied');
  const lines = others.map(
    ({ slot, code }) =>
      problemText(words, slot === 'camera' ? 'camera' : 'microphone', code) ?? words.unknownError,
  );
  return {
    kind: 'trouble',
    icon: problems.some(({ slot }) => slot === 'camera') ? cameraOff : micOff,
    title: refused.length === 0 ? '' : blocked,
    lines: [...new Set(lines)],
    steps: refused.length === 0 ? [] : allowSteps(words),
    action: {
      label: words.tryAgain,
      requests: problems.map(({ slot }) => ({
        do: slot === 'camera' ? 'mute-camera' : 'mute-microphone',
        muted: false,
      })),
    },
  };
}

function manyNote({ words, snapshot, directLimit, canUseServer }: LobbyNoteFacts): LobbyNote | null {
  const count = snapshot.participants.length + 1;
  if (directLimit === null || count < directLimit) return null;
  const action = { label: words.useServer, requests: [{ do: 'use-server' }] } as const;
  return {
    ...SILENT,
    kind: 'many',
    icon: info,
    lines: [words.manyForDirect(count)],
    action: canUseServer ? action : null,
  };
}
