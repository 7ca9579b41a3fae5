import { FamedlySelfView } from '../parts/self-view/self-view.ts';
import { FamedlyTile } from '../parts/tile/tile.ts';
import { register } from '../register.ts';

/** What shows cameras and screens: a call without them does not fetch it. */
export function definePictures(): void {
  register({ 'famedly-self-view': FamedlySelfView, 'famedly-tile': FamedlyTile });
}
