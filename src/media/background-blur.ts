/**
 * - `off`: not wanted. `starting`: wanted, not there yet. `on`: nobody sees the background. `unavailable`: not to be had;
 *   where it is wanted still, the camera stays closed until it is switched off.
 */
export type BackgroundBlur = 'off' | 'starting' | 'on' | 'unavailable';
