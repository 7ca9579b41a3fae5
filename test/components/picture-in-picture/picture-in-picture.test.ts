import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { en } from '../../../components/locales/en.ts';
import { canPictureInPicture } from '../../../components/parts/picture-in-picture/can-picture-in-picture.ts';
import { PictureInPictureError } from '../../../components/parts/picture-in-picture/picture-in-picture-error.ts';
import { openPictureInPicture } from '../../../components/parts/picture-in-picture/picture-in-picture.ts';
import type {
  PictureInPicture,
  PictureInPictureContent,
  PictureInPictureOptions,
} from '../../../components/parts/picture-in-picture/picture-in-picture.ts';
import type { Request } from '../../../components/parts/request.ts';
import { pictures, stopPictures } from '../tile/moving-picture.ts';
import { until } from '../../until.ts';

type Door = EventTarget & { readonly window: (Window & typeof globalThis) | null };
const door = (window as unknown as { documentPictureInPicture: Door }).documentPictureInPicture;

const content: PictureInPictureContent = {
  name: 'Anna Berger',
  userId: '@anna:one.test',
  stream: null,
  showVideo: false,
  microphoneMuted: false,
};

let asked: Request[] = [];
let call = new AbortController();

beforeEach(() => {
  asked = [];
  call = new AbortController();
});

afterEach(async () => {
  call.abort();
  await until(() => !door.window && !document.pictureInPictureElement);
  Reflect.deleteProperty(window, 'documentPictureInPicture');
  Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, get: () => door });
  stopPictures();
});

function withoutDoor(): void {
  Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: undefined });
}

function open(options: Partial<PictureInPictureOptions> = {}): Promise<PictureInPicture> {
  return openPictureInPicture({
    video: null,
    content,
    words: en,
    onRequest: (request) => asked.push(request),
    signal: call.signal,
    ...options,
  });
}

/** As after a click of a person. */
async function openByClick(options: Partial<PictureInPictureOptions> = {}): Promise<PictureInPicture> {
  const button = await fixture<HTMLButtonElement>(html`<button>Open</button>`);
  const opening = new Promise<PictureInPicture>((fulfil, reject) => {
    button.addEventListener('click', () => void open(options).then(fulfil, reject));
  });
  const { x, y } = button.getBoundingClientRect();
  const clicking = sendMouse({ type: 'click', position: [Math.ceil(x) + 4, Math.ceil(y) + 4] });
  const [pip] = await Promise.all([opening, clicking]);
  return pip;
}

const code = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error: unknown) => (error instanceof PictureInPictureError ? error.code : String(error)),
  );

/** The document of the window that is open. */
const page = () => door.window!.document;
const button = (label: string) => page().querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);

async function playing(width: number): Promise<HTMLVideoElement> {
  const video = await fixture<HTMLVideoElement>(html`<video .muted=${true} autoplay></video>`);
  video.srcObject = pictures(width).stream;
  await until(() => video.videoWidth === width);
  return video;
}

describe('picture in picture', () => {
  it('needs a click, and says so', async () => {
    expect(await code(open())).to.equal('needs-gesture');
    withoutDoor();
    expect(await code(open({ video: await playing(64) }))).to.equal('needs-gesture');
  });

  it('shows who it is in a window of its own, in the language of the element', async () => {
    await openByClick();
    expect(page().title).to.equal('Anna Berger');
    expect(page().documentElement.lang).to.equal('en');
    expect(page().querySelector('.avatar')!.textContent).to.equal('AB');
    const name = page().querySelector('.name')!;
    expect(name.textContent).to.equal('Anna Berger');
    expect(name.scrollWidth, 'all of it is seen').to.equal(name.clientWidth);
    const { width } = button(en.mute)!.getBoundingClientRect();
    expect(width, 'its styles are there').to.equal(44);
    expect(page().querySelector('style, [style]'), 'as a strict policy allows').to.be.null;
  });

  it('can be told by ear', async () => {
    await openByClick();
    const copy = await fixture(html`<div></div>`);
    copy.append(document.importNode(page().querySelector('main')!, true));
    await expect(copy).to.be.accessible();
  });

  it('plays the other side silently, and the same stream on while other things change', async () => {
    const { stream } = pictures();
    const pip = await openByClick({ content: { ...content, stream, showVideo: true } });
    const video = page().querySelector('video')!;
    await until(() => video.videoWidth === 64 && !video.paused);
    expect(video.muted).to.be.true;
    let emptied = 0;
    video.addEventListener('emptied', () => (emptied += 1));
    pip.update({ ...content, stream, showVideo: true, microphoneMuted: true });
    expect(emptied).to.equal(0);
    pip.update({ ...content, stream: pictures(32, 32).stream, showVideo: true });
    await until(() => video.videoWidth === 32);
    pip.update({ ...content, stream });
    expect(page().querySelector('video')).to.be.null;
    expect(page().querySelector('.avatar')).not.to.be.null;
  });

  it('asks to mute, to unmute and to end, and shows what is told', async () => {
    const pip = await openByClick();
    button(en.mute)!.click();
    expect(button(en.mute), 'it waits to be told').not.to.be.null;
    pip.update({ ...content, microphoneMuted: true });
    expect(button(en.mute)).to.be.null;
    button(en.unmute)!.click();
    button(en.end)!.click();
    expect(asked).to.deep.equal([
      { do: 'mute-microphone', muted: true },
      { do: 'mute-microphone', muted: false },
      { do: 'hangup' },
    ]);
  });

  it('closes with the call', async () => {
    const pip = await openByClick();
    call.abort();
    await pip.closed;
    await until(() => !door.window);
  });

  it('closes at once where the call has ended meanwhile', async () => {
    call.abort();
    const pip = await openByClick();
    await pip.closed;
    await until(() => !door.window);
  });

  it('tells when the person closes it', async () => {
    const pip = await openByClick();
    door.window!.close();
    await pip.closed;
  });

  it('shows the video alone where there are no windows for documents', async () => {
    withoutDoor();
    const video = await playing(64);
    const first = await openByClick({ video });
    expect(document.pictureInPictureElement).to.equal(video);
    call.abort();
    await first.closed;
    call = new AbortController();
    const second = await openByClick({ video });
    await document.exitPictureInPicture();
    await second.closed;
  });

  it('says that the browser refused, or cannot', async () => {
    withoutDoor();
    const empty = await fixture<HTMLVideoElement>(html`<video></video>`);
    expect(await code(openByClick({ video: empty }))).to.equal('refused');
    expect(await code(openByClick())).to.equal('unsupported');
  });

  it('is offered only where it can be', () => {
    expect(canPictureInPicture(null)).to.be.true;
    withoutDoor();
    expect(canPictureInPicture(null)).to.be.false;
    expect(canPictureInPicture(document.createElement('video'))).to.be.true;
  });
});
