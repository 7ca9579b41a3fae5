const running = new Map<HTMLCanvasElement, ReturnType<typeof setInterval>>();

/** A stream of pictures of this size, until `stopPictures`. */
export function pictures(width = 64, height = 48): { stream: MediaStream; canvas: HTMLCanvasElement } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  let shade = 0;
  const draw = () => {
    context.fillStyle = `rgb(${(shade += 5) % 255} 90 120)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  draw();
  running.set(canvas, setInterval(draw, 20));
  return { stream: canvas.captureStream(), canvas };
}

export function stopPictures(): void {
  for (const timer of running.values()) clearInterval(timer);
  running.clear();
}
