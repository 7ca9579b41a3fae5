/**
 * How sharp the left quarter of a track's next picture is, where nobody is: the variance of its Laplacian. What is blurred
 * has little of it.
 */
export async function sharpness(track: MediaStreamTrack): Promise<number> {
  const { context, width, height } = await pictureOf(track);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = (x: number, y: number): number => {
    const at = 4 * (y * width + x);
    return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  };
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width / 4; x += 1) {
      const edge = 4 * grey(x, y) - grey(x - 1, y) - grey(x + 1, y) - grey(x, y - 1) - grey(x, y + 1);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  return squares / count - (sum / count) ** 2;
}

/** As a person would see it, in a video. */
async function pictureOf(
  track: MediaStreamTrack,
): Promise<{ context: CanvasRenderingContext2D; width: number; height: number }> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const { videoWidth: width, videoHeight: height } = video;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
  context.drawImage(video, 0, 0);
  video.srcObject = null;
  return { context, width, height };
}
