import { expect } from '@open-wc/testing';
import { fetchBlurParts } from '../../../src/media/blur/blur-parts.ts';
import { blurredTrack } from '../../../src/media/blur/blurred-track.ts';
import { end } from '../fake-devices.ts';
import { drawnCamera } from './drawn-person.ts';
import { sharpness } from './sharpness.ts';

/** Browsers without streams of video frames. */
const withoutStreams = (): (() => void) => {
  const names = ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator'] as const;
  const kept = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name)!);
  for (const name of names) Reflect.deleteProperty(globalThis, name);
  return () => names.forEach((name, index) => Object.defineProperty(globalThis, name, kept[index]!));
};

for (const way of ['streams of frames', 'a canvas'] as const) {
  describe(`a blurred track by ${way}`, () => {
    let undo = (): void => undefined;
    before(() => {
      if (way === 'a canvas') undo = withoutStreams();
    });
    after(() => undo());

    it('shows no edges where nobody is', async () => {
      const raw = drawnCamera();
      const before = await sharpness(raw);
      const track = await blurredTrack(raw, await fetchBlurParts(), document);
      const after = await sharpness(track);
      expect(before).above(100);
      expect(after).below(before / 20);
      track.stop();
    });

    it('is the camera to those who have it', async () => {
      const raw = drawnCamera();
      const track = await blurredTrack(raw, await fetchBlurParts(), document);
      expect(track.getSettings().deviceId).equal(raw.getSettings().deviceId);
      expect(track.label).equal('A drawn person');
      let ended = 0;
      track.addEventListener('ended', () => (ended += 1));
      end(raw);
      expect(ended).equal(1);
      expect(raw.readyState).equal('ended');
      expect(track.readyState).equal('ended');
    });

    it('is none where the camera ended before', async () => {
      const raw = drawnCamera();
      raw.stop();
      const track = blurredTrack(raw, await fetchBlurParts(), document);
      expect(await track.then(() => 'one', String)).match(/ended/);
    });
  });
}
