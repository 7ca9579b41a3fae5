import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { MediaDevice, MediaProblem } from '../../../src/index.ts';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { chosenOf, deviceIcons, devicesOf, isMissing, nameOf } from '../device-menu/device-choice.ts';
import type { DeviceSlot } from '../device-menu/device-choice.ts';
import { chevron } from '../icon/lobby-icons.ts';
import { icon } from '../icon/icon.ts';

export interface DeviceField {
  readonly words: GroupFirstWords;
  readonly slot: DeviceSlot;
  readonly problems: readonly MediaProblem[];
  readonly all: readonly MediaDevice[];
  readonly selected: string | null;
}

/** A choice of devices in the browser's own list; it shows what is in use, not what was asked for. */
export function deviceField(
  { words, slot, problems, all, selected }: DeviceField,
  choose: (deviceId: string) => void,
): TemplateResult {
  const devices = devicesOf(slot, all);
  const chosen = chosenOf(devices, selected) ?? devices[0];
  const none = slot === 'camera' ? words.noCamera : words.noMicrophone;
  const onChange = ({ currentTarget }: Event): void => {
    const list = currentTarget as HTMLSelectElement;
    const wanted = devices[list.selectedIndex];
    list.selectedIndex = chosen === undefined ? -1 : devices.indexOf(chosen);
    if (wanted !== undefined) choose(wanted.deviceId);
  };
  return html`<label class="field">
    ${icon(deviceIcons[slot], 'm')}<small>${words[slot]}</small>
    <select part="device" ?disabled=${devices.length === 0} @change=${onChange}>
      ${
        devices.length === 0
          ? html`<option>${isMissing(slot, problems) ? none : words.systemDefault}</option>`
          : devices.map(
              (device, place) =>
                html`<option .selected=${device === chosen}>${nameOf(words, slot, device, place)}</option>`,
            )
      }
    </select>
    ${icon(chevron, 'm')}
  </label>`;
}
