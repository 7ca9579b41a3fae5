import type { Views } from '../../parts/header/header.ts';
import type { InCallView } from './in-call-view.ts';

/** Ways to look at the call that its scene allows. */
export function viewsOf(view: InCallView): Views {
  const { scene } = view;
  const pictured = scene === 'video' || scene === 'share';
  return {
    pictureInPicture: view.canPictureInPicture && pictured,
    fullScreen: document.fullscreenEnabled && (pictured || scene === 'voice'),
    isFullScreen: view.isFullScreen,
  };
}
