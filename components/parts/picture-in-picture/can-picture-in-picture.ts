/** Windows of one's own beside the page, https://wicg.github.io/document-picture-in-picture/: not from within a frame. */
export interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window & typeof globalThis>;
}

/** The browser's door to such windows, where there is one. */
export function documentPictureInPicture(): DocumentPictureInPicture | null {
  const { documentPictureInPicture: door } = window as {
    documentPictureInPicture?: DocumentPictureInPicture;
  };
  return door && window === window.top ? door : null;
}

/** Whether the call, or at least `video`, can be seen over other windows. */
export function canPictureInPicture(video: HTMLVideoElement | null): boolean {
  return documentPictureInPicture() !== null || canShowVideo(video);
}

/** Not everywhere where there are videos: Firefox has a button of its own. */
export function canShowVideo(video: HTMLVideoElement | null): video is HTMLVideoElement {
  return video !== null && 'requestPictureInPicture' in video && document.pictureInPictureEnabled;
}
