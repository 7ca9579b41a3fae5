import type { CallType } from '../../src/index.ts';
import type { Card, CardAction } from '../parts/card/card.ts';
import { camera, phone } from '../parts/icon/icons.ts';
import type { CallView } from './call-view.ts';

export function callAction(type: CallType, label: string, primary: boolean): CardAction {
  return { label, icon: type === 'video' ? camera : phone, primary, request: { do: 'call', type } };
}

export function idleCard({ words, peer, type, encrypted, interrupted }: CallView): Card {
  const voice = callAction('voice', words.voiceCall, type === 'voice');
  const video = callAction('video', words.videoCall, true);
  return {
    picture: peer,
    title: peer.name,
    lines: interrupted ? [words.serverUnreachable] : [],
    encrypted,
    actions: type === 'voice' ? [voice] : [voice, video],
  };
}

export function loadingCard({ words, unreachable }: CallView): Card {
  return {
    picture: 'busy',
    title: unreachable ? words.serverUnreachable : words.loading,
    lines: unreachable ? [words.serverUnreachableHint] : [],
    actions: [],
  };
}
