import type { Announcement } from '../../parts/announcer/announce.ts';
import type { InCallView } from './in-call-view.ts';
import { bannerOf } from './banner-of.ts';
import { cardOf } from './cards.ts';

/** What a screen reader is told when one view follows another: changes alone, in the words on the screen. */
export function announcements(before: InCallView | null, now: InCallView): readonly Announcement[] {
  const said: Announcement[] = [];
  const say = (text: string, urgency: Announcement['urgency'] = 'polite'): void => {
    if (text !== '') said.push({ text, urgency });
  };
  if (before?.scene !== now.scene || before.snapshot?.callId !== now.snapshot?.callId)
    say(...sceneText(before, now));
  const banner = bannerOf(now);
  if (banner !== null && bannerText(before === null ? null : bannerOf(before)) !== bannerText(banner)) {
    say(bannerText(banner), banner.kind === 'danger' ? 'assertive' : 'polite');
  }
  const { words, peer, snapshot } = now;
  const live = snapshot?.state === 'connected' && before?.snapshot?.state === 'connected';
  if (live && snapshot.remote.microphoneMuted && !before.snapshot.remote.microphoneMuted)
    say(words.isMuted(peer.name));
  // For the eye the banner goes.
  if (snapshot?.state === 'connected' && before?.snapshot?.state === 'reconnecting')
    say(words.connectedTo(peer.name));
  const told = before?.toasts.at(-1)?.id ?? 0;
  for (const { id, text } of now.toasts) if (id > told) say(text);
  if (now.soundBlocked && before?.soundBlocked !== true) say(words.turnSoundOn, 'assertive');
  return said;
}

function bannerText(banner: ReturnType<typeof bannerOf>): string {
  return banner === null ? '' : [banner.title, banner.text].filter((part) => part !== '').join(' ');
}

/** Scenes that say the same, seen from the ear: what a picture shows more needs no words. */
const CONNECTED = new Set(['voice', 'video']);

function sceneText(before: InCallView | null, now: InCallView): [string, Announcement['urgency']?] {
  const { words, peer } = now;
  const card = cardOf(now);
  switch (now.scene) {
    case 'share':
      return [words.isSharing(peer.name)];
    case 'voice':
    case 'video':
      if (before?.scene === 'share') return [words.sharesNoMore(peer.name)];
      return before !== null && CONNECTED.has(before.scene) ? [''] : [words.connectedTo(peer.name)];
    case 'ended':
    case 'missed':
    case 'hold':
    case 'held':
      return [card === null ? '' : [card.title, ...card.lines].join('. ')];
    case 'blocked':
    case 'problem':
      return [card === null ? '' : [card.title, ...card.lines].join('. '), 'assertive'];
    case 'hidden':
    case 'idle':
    case 'loading':
    case 'incoming':
    case 'outgoing':
    case 'connecting':
      return [''];
  }
}
