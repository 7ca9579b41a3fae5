import { video } from './during.ts';
import type { ShownState, StateGroup } from './shown-state.ts';
import { statistics } from './trouble.ts';

export const over: StateGroup = {
  title: 'Over the call',
  states: [
    overlay('devices', 'Devices', 'famedly-device-menu'),
    overlay('keypad', 'Keypad', 'famedly-keypad'),
    overlay('more', 'More', 'famedly-more-menu'),
    overlay('help', 'Keyboard and help', 'famedly-help-sheet'),
    overlay('statistics', 'Connection details', 'famedly-statistics'),
    {
      id: 'toast',
      title: 'Toast',
      scene: 'video',
      until: 'famedly-toasts',
      script: async (stage) => {
        const call = await video(stage);
        await stage.element.updateComplete;
        const recover = (): void => call.recover('Headset microphone');
        recover();
        // It goes by itself; here it comes again for those who look.
        const timer = setInterval(recover, 2_000);
        stage.undo = () => clearInterval(timer);
      },
    },
  ],
};

function overlay(id: string, title: string, until: string): ShownState {
  return {
    id,
    title,
    scene: 'video',
    until,
    script: async (stage) => {
      const call = await video(stage);
      call.measure(statistics);
      await stage.element.updateComplete;
      stage.ask({ do: 'open', overlay: id });
    },
  };
}
