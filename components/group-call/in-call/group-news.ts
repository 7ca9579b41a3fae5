import type { SVGTemplateResult } from 'lit';
import type { GroupCallParticipant } from '../../../src/index.ts';
import { firstName } from '../../locales/first-name.ts';
import type { Announcement } from '../../parts/announcer/announce.ts';
import { people } from '../../parts/icon/group-bar-icons.ts';
import { hand } from '../../parts/icon/group-icons.ts';
import { screen, signal1 } from '../../parts/icon/in-call-icons.ts';
import type { Toast } from '../../parts/toasts/toasts.ts';
import { groupBannerOf } from './group-banner.ts';
import { groupCardOf } from './group-cards.ts';
import { isIn } from '../group-scene.ts';
import { GatheredMoves } from './gathered-moves.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** More than so many at once are counted. */
const NAMED = 2;

/** What has just happened, for the eye and the ear: changes between two views alone. */
export class GroupNews {
  readonly #onChange: () => void;
  readonly #tone: (tone: 'join' | 'leave') => void;
  readonly #moves = new GatheredMoves(() => {
    this.#tellMoves();
    this.#onChange();
  });
  #toasts: readonly Toast[] = [];
  #lastToast = 0;
  #told: readonly Announcement[] = [];
  #before: GroupInCallView | null = null;
  #banner = '';

  /** `tone`: somebody came or went. */
  constructor(onChange: () => void, tone: (tone: 'join' | 'leave') => void) {
    this.#onChange = onChange;
    this.#tone = tone;
  }

  get toasts(): readonly Toast[] {
    return this.#toasts;
  }

  /** Shown, and said. */
  tell(text: string, drawing?: SVGTemplateResult): void {
    const id = (this.#lastToast += 1);
    const toast = { id, text, ...(drawing !== undefined && { icon: drawing }) };
    this.#toasts = [...this.#toasts.slice(-3), toast];
    this.#say(text);
    this.#onChange();
  }

  /** Before each rendering; answers what there is to announce. What was wrong in those `missed` is past. */
  follow(view: GroupInCallView, missed: GroupInCallView | null = null): readonly Announcement[] {
    if (missed !== null) this.#goOn(missed);
    this.#goOn(view);
    // Nobody else is here: not before it is said who left.
    if (!this.#moves.waiting) this.#sayBanner(view);
    const told = this.#told;
    this.#told = [];
    return told;
  }

  /** What is told belongs to the call that we are in. */
  close(): void {
    this.#moves.clear();
    this.#toasts = [];
  }

  #goOn(view: GroupInCallView): void {
    const before = this.#before;
    this.#before = view;
    if (before !== null && isIn(before.scene) && isIn(view.scene)) this.#follow(before, view);
    else if (before?.scene !== view.scene) this.#sceneChanged(before, view);
  }

  #follow(before: GroupInCallView, now: GroupInCallView): void {
    if (before.snapshot === now.snapshot || now.snapshot === null || before.snapshot === null) return;
    const [was, is] = [before.snapshot.participants, now.snapshot.participants];
    const came = without(is, was);
    const went = without(was, is);
    const { words } = now;
    const name = ({ userId }: { readonly userId: string }): string => firstName(now.person(userId).name);
    if (came.length > 0 && this.#moves.names(true).length === 0) this.#tone('join');
    else if (went.length > 0 && this.#moves.names(false).length === 0) this.#tone('leave');
    for (const one of went) this.#moves.add(one.id, { name: name(one), came: false });
    for (const one of came) this.#moves.add(one.id, { name: name(one), came: true });
    const tellAbout = (one: GroupCallParticipant, text: string, drawing: SVGTemplateResult): void => {
      if (this.#moves.has(one.id)) this.#tellMoves();
      this.tell(text, drawing);
    };
    const raised = new Set(before.snapshot.hands.map(({ participantId }) => participantId));
    for (const { participantId } of now.snapshot.hands) {
      const owner = is.find(({ id }) => id === participantId);
      if (owner !== undefined && !raised.has(participantId))
        tellAbout(owner, words.raisedHand(name(owner)), hand);
    }
    for (const participant of is) {
      const last = was.find(({ id }) => id === participant.id);
      if (participant.screensharing && last?.screensharing === false) {
        tellAbout(participant, words.isSharing(name(participant)), screen);
      }
      const { connection, takesLong } = participant;
      if (takesLong && connection !== 'failed' && last?.takesLong !== true) {
        tellAbout(participant, words.takesLong(name(participant)), signal1);
      }
      if (connection === 'failed' && last?.connection !== 'failed') {
        tellAbout(participant, words.cannotConnect(name(participant)), signal1);
      }
    }
  }

  #tellMoves(): void {
    const { words } = this.#before ?? {};
    const [came, went] = [this.#moves.names(true), this.#moves.names(false)];
    this.#moves.clear();
    if (words === undefined) return;
    this.#tellOf(came, words.joined, words.manyJoined);
    this.#tellOf(went, words.hasLeft, words.manyLeft);
  }

  #tellOf(names: readonly string[], one: (name: string) => string, many: (count: number) => string): void {
    if (names.length > NAMED) this.tell(many(names.length), people);
    else for (const name of names) this.tell(one(name), people);
  }

  #sceneChanged(before: GroupInCallView | null, now: GroupInCallView): void {
    const { words, scene } = now;
    if (before !== null && isIn(before.scene)) this.close();
    if (isIn(scene)) {
      this.#say(words.youAreIn);
      this.#tone('join');
    }
    if (scene === 'left' && before !== null && isIn(before.scene)) this.#tone('leave');
    const card = groupCardOf(now);
    if (card !== null) {
      this.#say([card.title, ...card.lines].join('. '), scene === 'left' ? 'polite' : 'assertive');
    }
  }

  #sayBanner(now: GroupInCallView): void {
    const text = isIn(now.scene) ? bannerText(now) : '';
    if (text === this.#banner) return;
    this.#banner = text;
    if (text !== '') this.#say(text, now.soundBlocked ? 'assertive' : 'polite');
  }

  #say(text: string, urgency: Announcement['urgency'] = 'polite'): void {
    this.#told = [...this.#told, { text, urgency }];
  }
}

function without(
  some: readonly GroupCallParticipant[],
  others: readonly GroupCallParticipant[],
): readonly GroupCallParticipant[] {
  const ids = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !ids.has(id));
}

function bannerText(view: GroupInCallView): string {
  const banner = groupBannerOf(view);
  if (banner === null) return '';
  return banner.kind === 'button' ? banner.label : `${banner.title} ${banner.text}`.trim();
}
