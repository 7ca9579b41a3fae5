import { register } from '../../register.ts';
import { FamedlyBlurSwitch } from '../blur-switch/blur-switch.ts';
import { FamedlyLevelMeter } from '../level-meter/level-meter.ts';

/** How loud somebody is, and what they can hide. */
export function showMore(): void {
  register({ 'famedly-level-meter': FamedlyLevelMeter, 'famedly-blur-switch': FamedlyBlurSwitch });
}
