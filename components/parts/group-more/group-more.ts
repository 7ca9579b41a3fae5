import { nothing } from 'lit';
import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { screenControl } from '../controls/in-call-controls.ts';
import { grid, people, smile, spotlight } from '../icon/group-bar-icons.ts';
import { hand, link } from '../icon/group-icons.ts';
import { devices } from '../icon/icons.ts';
import { fullscreen, pip, signal1 } from '../icon/in-call-icons.ts';
import { info } from '../icon/seldom-icons.ts';
import { FamedlyMoreMenu } from '../more-menu/more-menu.ts';
import type { MoreItem } from '../more-menu/more-menu.ts';

/**
 * @summary What a group call's dock has no room for, the people, a link for others, and help.
 * @fires famedly-request
 * @csspart item - Each row.
 */
export class FamedlyGroupMore extends FamedlyMoreMenu {
  static override properties = {
    ...FamedlyMoreMenu.properties,
    handRaised: { type: Boolean, attribute: 'hand-raised' },
    layout: {},
    savesData: { type: Boolean, attribute: 'saves-data' },
  };

  declare words: Words & GroupWords;
  declare handRaised: boolean;
  declare layout: 'grid' | 'spotlight';
  declare savesData: boolean;

  protected override items(): readonly MoreItem[] {
    const { words, views, state, handRaised, layout, savesData } = this;
    const other = layout === 'grid' ? 'spotlight' : 'grid';
    const wide = 'until-600';
    const items: (MoreItem | typeof nothing)[] = [
      {
        icon: hand,
        label: handRaised ? words.lowerHand : words.raiseHand,
        request: { do: 'raise-hand', on: !handRaised },
        until: 'until-320',
      },
      state.canShare ? { ...screenControl(words, state.screen), until: wide } : nothing,
      { icon: smile, label: words.react, request: { do: 'open', overlay: 'reactions' }, until: wide },
      { icon: devices, label: words.devices, request: { do: 'open', overlay: 'devices' }, until: wide },
      {
        icon: other === 'grid' ? grid : spotlight,
        label: other === 'grid' ? words.grid : words.spotlight,
        request: { do: 'lay-out', layout: other },
        until: wide,
      },
      { icon: people, label: words.people, request: { do: 'show-people', on: true } },
      { icon: link, label: words.copyInviteLink, request: { do: 'copy-invite-link' } },
      {
        icon: signal1,
        label: savesData ? words.sendFullQuality : words.saveData,
        request: { do: 'save-data', on: !savesData },
      },
      views.pictureInPicture
        ? { icon: pip, label: words.pictureInPicture, request: { do: 'picture-in-picture' } }
        : nothing,
      views.fullScreen
        ? {
            icon: fullscreen,
            label: views.isFullScreen ? words.leaveFullScreen : words.fullScreen,
            request: { do: 'full-screen' },
            until: wide,
          }
        : nothing,
      { icon: info, label: words.help, request: { do: 'open', overlay: 'help' } },
    ];
    return items.filter((item) => item !== nothing);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-group-more': FamedlyGroupMore;
  }
}
