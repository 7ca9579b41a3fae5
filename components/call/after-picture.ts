/** ms */
const LONGEST_WAIT = 500;

/** Does it when the first picture is there, or does not come soon: nothing is in the picture's way. */
export function afterPicture(video: HTMLVideoElement | null | undefined, action: () => void): void {
  void new Promise<void>((resolve) => {
    if (!video || video.videoWidth > 0) resolve();
    video?.requestVideoFrameCallback(() => resolve());
    setTimeout(resolve, LONGEST_WAIT);
  }).then(action);
}
