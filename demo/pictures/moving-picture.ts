/** Our own drawings, as a camera or a shared screen would show them. */
export type PictureName = 'anna' | 'ben' | 'carla' | 'dora' | 'emre' | 'farah' | 'me' | 'screen';

/** Pictures a second. */
const RATE = 8;
/** ms from one side to the other and back: somebody who sits and talks. */
const SWAY = 5_000;

const videos = new Map<PictureName, Promise<MediaStream>>();

/** A video of the picture, moving a little; everybody who asks gets the same one. */
export function movingPicture(name: PictureName): Promise<MediaStream> {
  const video = videos.get(name) ?? film(name);
  videos.set(name, video);
  return video;
}

async function film(name: PictureName): Promise<MediaStream> {
  const picture = new Image();
  picture.src = `pictures/${name}.svg`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = name === 'screen' ? [1280, 800] : [800, 600];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const draw = (): void => {
    if (name === 'screen') drawScreen(context, picture);
    else drawPerson(context, picture);
  };
  draw();
  setInterval(draw, 1000 / RATE);
  return canvas.captureStream(RATE);
}

/** The drawing is a little larger than what is seen of it. */
function drawPerson(context: CanvasRenderingContext2D, picture: HTMLImageElement): void {
  const { width, height } = context.canvas;
  const phase = (performance.now() / SWAY) * 2 * Math.PI;
  const margin = width / 40;
  const x = margin * (0.5 * Math.sin(phase) - 1);
  const y = margin * (0.5 * Math.sin(phase * 2) - 1);
  context.drawImage(picture, x, y, width + 2 * margin, height + 2 * margin);
}

/** Somebody writes: a cursor blinks. */
function drawScreen(context: CanvasRenderingContext2D, picture: HTMLImageElement): void {
  context.drawImage(picture, 0, 0);
  if (performance.now() % 1000 < 500) return;
  context.fillStyle = '#0a7156';
  context.fillRect(1108, 652, 4, 24);
}
