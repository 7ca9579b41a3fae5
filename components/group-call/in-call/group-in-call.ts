import type { GroupCallSnapshot, ShownReaction } from '../../../src/index.ts';
import { failureWords } from '../../engine-link/failure-words.ts';
import { wholeGroupWords } from '../../locales/whole-group-words.ts';
import type { Announcement } from '../../parts/announcer/announce.ts';
import { FamedlyBanner } from '../../parts/banner/banner.ts';
import { FamedlyBlurSwitch } from '../../parts/blur-switch/blur-switch.ts';
import { FamedlyCard } from '../../parts/card/card.ts';
import { showSeldomControls } from '../../parts/controls/seldom-controls.ts';
import { FamedlyDuration } from '../../parts/duration/duration.ts';
import { FamedlyGroupBar } from '../../parts/group-bar/group-bar.ts';
import { extendGrid } from '../../parts/grid/grid.ts';
import { tileAt } from '../../parts/grid/tile-at.ts';
import { tileLayout } from '../../parts/grid/tile-layout.ts';
import { showWholeTiles } from '../../parts/group-tile/whole-tile.ts';
import { canPictureInPicture } from '../../parts/picture-in-picture/can-picture-in-picture.ts';
import type { Overlay, Request } from '../../parts/request.ts';
import { FamedlyToasts } from '../../parts/toasts/toasts.ts';
import { inCallTokens } from '../../theme/in-call-tokens.styles.ts';
import { register } from '../../register.ts';
import type { GroupDesk } from '../group-desk.ts';
import { isIn } from '../group-scene.ts';
import type { Arranged, GroupView } from '../group-view.ts';
import { arrange } from './arrange.ts';
import { DataSaving } from './data-saving.ts';
import { DeviceChoice } from './device-choice.ts';
import { GroupAsk } from './group-ask.ts';
import type { GroupInCallView } from './group-in-call-view.ts';
import { GroupKeys } from './group-keys.ts';
import { GroupNews } from './group-news.ts';
import { GroupPanels } from './group-panels.ts';
import { inCallStyles } from './in-call.styles.ts';
import { listedPeople } from './listed-people.ts';
import { renderInCall } from './render-in-call.ts';
import type { GroupInCallParts } from './render-in-call.ts';
import { ShownReactions } from './shown-reactions.ts';
import { ShownTiles } from './shown-tiles.ts';
import { SpeakingPeople } from './speaking-people.ts';

/**
 * What an element needs once its group call is connected, is over, or cannot be: fetched then, so that people are in it
 * quickly.
 */
export class GroupInCall {
  readonly desk: GroupDesk;
  readonly news: GroupNews;
  readonly panels: GroupPanels;
  readonly dataSaving = new DataSaving();
  readonly deviceChoice: DeviceChoice;
  readonly shownTiles: ShownTiles;
  readonly #speaking: SpeakingPeople;
  readonly #reactions: ShownReactions;
  readonly #ask: GroupAsk;
  readonly #keys: GroupKeys;
  #missed: GroupView | null;

  /** `entered`: how the call was when it began. */
  constructor(desk: GroupDesk, entered: GroupView | null) {
    register({
      'famedly-banner': FamedlyBanner,
      'famedly-blur-switch': FamedlyBlurSwitch,
      'famedly-card': FamedlyCard,
      'famedly-duration': FamedlyDuration,
      'famedly-group-bar': FamedlyGroupBar,
      'famedly-toasts': FamedlyToasts,
    });
    showSeldomControls();
    showWholeTiles();
    extendGrid(tileAt, tileLayout);
    const { adoptedStyleSheets } = desk.root;
    // High contrast, which may have come before, has the last word on colours.
    if (inCallTokens.styleSheet) adoptedStyleSheets.unshift(inCallTokens.styleSheet);
    if (inCallStyles.styleSheet) adoptedStyleSheets.push(inCallStyles.styleSheet);
    this.desk = desk;
    this.#missed = entered;
    const { changed, host, sound } = desk;
    this.news = new GroupNews(changed, (tone) => {
      // Silent rather than broken where the notes do not come.
      import('../../attention/tones.ts').then(
        ({ playTone }) => playTone(tone, sound.remote.speaker),
        () => undefined,
      );
    });
    this.panels = new GroupPanels(desk);
    this.deviceChoice = new DeviceChoice(desk);
    this.#speaking = new SpeakingPeople(changed);
    this.#reactions = new ShownReactions(changed);
    this.#ask = new GroupAsk(this);
    this.shownTiles = new ShownTiles(desk, () => this.#ask.smallPicture);
    this.#keys = new GroupKeys(this);
    host.addEventListener('keyup', (event) => this.#keys.up(event));
    host.addEventListener('focusout', () => this.#keys.release());
    host.addEventListener('fullscreenchange', changed);
  }

  get overlay(): Overlay | null {
    return this.panels.overlay;
  }

  get view(): GroupInCallView {
    return this.#look(this.desk.view);
  }

  readonly arrange = (plain: Arranged, snapshot: GroupCallSnapshot): Arranged =>
    arrange(plain, snapshot, {
      ...this.panels.arrangement,
      speaking: this.#speaking.ids,
      reactions: this.#reactions.keys,
    });

  /** Where in the frame each belongs. */
  render(view: GroupView): GroupInCallParts {
    return renderInCall(this.#look(view));
  }

  /** Before each rendering; answers what there is to announce. */
  follow(view: GroupView): readonly Announcement[] {
    const now = this.#look(view);
    const missed = this.#missed;
    this.#missed = null;
    this.#speaking.follow(view.call);
    this.dataSaving.follow(view.call);
    this.#ask.follow(now);
    this.shownTiles.follow(view.call);
    return this.news.follow(now, missed && this.#look(missed));
  }

  perform(what: Request): unknown {
    return this.#ask.perform(what);
  }

  /** A key that was pressed while focus is in the element. */
  key(event: KeyboardEvent): void {
    this.#keys.down(event);
  }

  /** The same, somewhat later. */
  shortcut(event: KeyboardEvent): void {
    this.#keys.shortcut(event);
  }

  show(reaction: ShownReaction): void {
    this.#reactions.show(reaction);
  }

  /** Says what went wrong with something that was asked for. */
  failed(error: unknown): void {
    const { words } = this.view;
    const isOver = (error as { readonly code?: unknown }).code === 'ended';
    this.news.tell(isOver ? words.callEnded : failureWords(words, error));
  }

  /** Another device took over, or one came back. */
  recovered(label: string): void {
    this.news.tell(this.view.words.nowUsing(label));
  }

  /** What belongs to one scene goes with it. */
  close(): void {
    this.#reactions.clear();
    this.panels.close();
  }

  /** The element has gone from the page. */
  leave(): void {
    this.close();
    this.news.close();
    this.#keys.release();
    this.#speaking.follow(null);
    this.dataSaving.follow(null);
    this.shownTiles.follow(null);
  }

  #look(view: GroupView): GroupInCallView {
    const { desk, news, panels } = this;
    const { snapshot, scene } = view;
    const own = snapshot?.localParticipantId;
    return {
      ...view,
      words: wholeGroupWords(view.words),
      devices: panels.devices,
      listed: listedPeople(view.tiles, desk.sound.heard),
      peopleShown: panels.peopleShown && isIn(scene),
      handRaised: snapshot?.hands.some(({ participantId }) => participantId === own) ?? false,
      pendingDevice: this.deviceChoice.pending,
      toasts: news.toasts,
      soundBlocked: desk.sound.remote.blocked,
      duration: desk.outcome.duration,
      comesBack: this.#ask.comesBack,
      canPictureInPicture: canPictureInPicture(null),
      isFullScreen: document.fullscreenElement === desk.host,
    };
  }
}
