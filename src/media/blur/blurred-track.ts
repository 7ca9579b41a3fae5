import { blurPlace } from './blur-place.ts';
import type { BlurPlace } from './blur-place.ts';
import type { BlurNews } from './blur-desk.ts';
import type { BlurParts } from './painter.ts';

/** Makes the elements in which pictures are drawn: the page's `document`. */
export type PageOfPictures = Pick<Document, 'createElement'>;

/** Not in the compiler's library yet. */
interface StreamedTracks {
  readonly MediaStreamTrackProcessor?: new (of: { track: MediaStreamTrack }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly MediaStreamTrackGenerator?: new (of: { kind: 'video' }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

/** ms for the first picture: cameras take a while. */
const PATIENCE = 15_000;

interface Pictures {
  readonly track: MediaStreamTrack;
  readonly hear: (news: BlurNews) => void;
  readonly stop: () => void;
}

/**
 * The camera's track with its background blurred; it behaves as the camera does: stopping it stops the camera, it ends when
 * the camera does, and has its settings. Resolves with the first picture; rejects where none comes.
 */
export async function blurredTrack(
  camera: MediaStreamTrack,
  parts: BlurParts,
  page: PageOfPictures | undefined,
): Promise<MediaStreamTrack> {
  let hear = (_news: BlurNews): void => undefined;
  const place = await blurPlace((news) => hear(news));
  let end = (): void => place.close();
  try {
    place.post({ parts });
    const pictures = streamed(camera, place) ?? (await inTime(camera, drawn(camera, place, page)));
    const { track } = pictures;
    const stop = track.stop.bind(track);
    end = (): void => {
      stop();
      camera.stop();
      pictures.stop();
      place.close();
    };
    const lost = (): void => {
      if (track.readyState === 'ended') return;
      end();
      track.dispatchEvent(new Event('ended'));
    };
    Object.assign(track, { stop: end, getSettings: () => camera.getSettings() });
    Object.defineProperty(track, 'label', { value: camera.label });
    camera.addEventListener('ended', lost, { once: true });
    const begun = new Promise<void>((resolve, reject) => {
      hear = (news) => {
        pictures.hear(news);
        if (news.is === 'begun' || news.is === 'painted') resolve();
        if (news.is !== 'failed') return;
        reject(new Error('No picture could be blurred'));
        lost();
      };
    });
    await inTime(camera, begun);
    return track;
  } catch (error) {
    end();
    throw error;
  }
}

/** What comes of it, unless the camera ends before, or nothing comes. */
function inTime<Result>(camera: MediaStreamTrack, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const lost = (): void => reject(new Error('The camera ended'));
    if (camera.readyState === 'ended') lost();
    camera.addEventListener('ended', lost, { once: true });
    AbortSignal.timeout(PATIENCE).addEventListener('abort', () => reject(new Error('No picture came')));
    work.then(resolve, reject);
  });
}

/** From track to track without a document, as Chromium can. */
function streamed(camera: MediaStreamTrack, place: BlurPlace): Pictures | null {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as StreamedTracks;
  if (MediaStreamTrackProcessor === undefined || MediaStreamTrackGenerator === undefined) return null;
  const { readable } = new MediaStreamTrackProcessor({ track: camera });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const { writable } = track;
  place.post({ frames: { readable, writable } }, [readable, writable]);
  return { track, hear: () => undefined, stop: () => undefined };
}

/** Elsewhere the camera plays in a video that nobody sees, and what is blurred is drawn on a canvas. */
async function drawn(
  camera: MediaStreamTrack,
  place: BlurPlace,
  page: PageOfPictures | undefined,
): Promise<Pictures> {
  const video = page?.createElement('video');
  const canvas = page?.createElement('canvas');
  const context = canvas?.getContext('2d');
  const [track] = canvas?.captureStream().getVideoTracks() ?? [];
  if (!video || !canvas || !context || !track) throw new Error('Nothing to draw on');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([camera]);
  await video.play();
  const next = async (): Promise<void> => {
    const picture = await createImageBitmap(video);
    place.post({ picture }, [picture]);
  };
  const hear = (news: BlurNews): void => {
    if (news.is === 'next' && track.readyState === 'live') void next();
    if (news.is !== 'painted') return;
    const { picture } = news;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    context.drawImage(picture, 0, 0);
    picture.close();
  };
  await next();
  return { track, hear, stop: () => (video.srcObject = null) };
}
