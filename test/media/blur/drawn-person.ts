/** A person from the chest up in front of bars, in a picture of this size. */
export function drawnPerson(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#788c96';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#3c505a';
  for (let x = 0; x < width; x += 8) context.fillRect(x, 0, 2, height);
  context.translate(width / 2, height - 144);
  const shape = (colour: string, ...[x, y, wide, high]: [number, number, number, number]): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
    context.fill();
  };
  context.fillStyle = '#283c6e';
  context.beginPath();
  context.roundRect(-58, 95, 116, 105, 28);
  context.fill();
  context.fillStyle = '#cd9678';
  context.fillRect(-13, 80, 26, 25);
  shape('#3c281e', 0, 49, 32, 31);
  shape('#deaa8c', 0, 66, 29, 36);
  shape('#1e1414', -11, 57, 4, 3);
  shape('#1e1414', 11, 57, 4, 3);
  shape('#963c3c', 0, 80, 10, 3);
  return canvas;
}

/** A camera that shows them, 20 pictures a second, until it is stopped. */
export function drawnCamera(): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 288 });
  const context = canvas.getContext('2d')!;
  const person = drawnPerson(256, 144);
  const draw = (): void => context.drawImage(person, 0, 0, 512, 288);
  draw();
  const track = canvas.captureStream().getVideoTracks()[0]!;
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    draw();
  }, 50);
  track.getSettings = () => ({ deviceId: 'drawn', width: 512, height: 288 });
  Object.defineProperty(track, 'label', { value: 'A drawn person' });
  return track;
}
