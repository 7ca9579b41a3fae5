/** ms */
const LONGEST_WAIT = 300;

/** Resolves when the first picture is there, or does not come soon: nothing is in the picture's way. */
export function afterPicture(video: HTMLVideoElement | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!video || video.videoWidth > 0) resolve();
    video?.requestVideoFrameCallback(() => resolve());
    setTimeout(resolve, LONGEST_WAIT);
  });
}
