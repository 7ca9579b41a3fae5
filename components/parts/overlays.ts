import { register } from '../register.ts';
import type { Overlay } from './request.ts';

/** What lies over the call is fetched when it is first opened. */
const fetched: Readonly<Record<Overlay, () => Promise<Record<string, CustomElementConstructor>>>> = {
  devices: async () => {
    const [menu, meter] = await Promise.all([
      import('./device-menu/device-menu.ts'),
      import('./level-meter/level-meter.ts'),
    ]);
    return { 'famedly-device-menu': menu.FamedlyDeviceMenu, 'famedly-level-meter': meter.FamedlyLevelMeter };
  },
  keypad: async () => {
    const { FamedlyKeypad } = await import('./keypad/keypad.ts');
    return { 'famedly-keypad': FamedlyKeypad };
  },
  more: async () => {
    const { FamedlyMoreMenu } = await import('./more-menu/more-menu.ts');
    return { 'famedly-more-menu': FamedlyMoreMenu };
  },
  help: async () => {
    const { FamedlyHelpSheet } = await import('./help-sheet/help-sheet.ts');
    return { 'famedly-help-sheet': FamedlyHelpSheet };
  },
  reactions: async () => {
    const { FamedlyReactions } = await import('./reactions/reactions.ts');
    return { 'famedly-reactions': FamedlyReactions };
  },
  'group-more': async () => {
    const { FamedlyGroupMore } = await import('./group-more/group-more.ts');
    return { 'famedly-group-more': FamedlyGroupMore };
  },
  statistics: async () => {
    const { FamedlyStatistics } = await import('./statistics/statistics.ts');
    return { 'famedly-statistics': FamedlyStatistics };
  },
};

export async function fetchOverlay(overlay: Overlay): Promise<void> {
  const [elements, { FamedlySheet }] = await Promise.all([fetched[overlay](), import('./sheet/sheet.ts')]);
  register({ 'famedly-sheet': FamedlySheet, ...elements });
}
