/** As if it were unplugged: whoever has it hears of it. */
export function loseCamera(camera: MediaStreamTrack): void {
  camera.stop();
  camera.dispatchEvent(new Event('ended'));
}
