import type { Views } from '../parts/header/header.ts';
import type { CallView } from './call-view.ts';

/** Ways to look at the call that its scene allows. */
export function viewsOf(view: CallView): Views {
  const { scene } = view;
  const pictured = scene === 'video' || scene === 'share';
  return {
    pictureInPicture: view.canPictureInPicture && pictured,
    fullScreen: document.fullscreenEnabled && (pictured || scene === 'voice'),
    isFullScreen: view.isFullScreen,
  };
}
