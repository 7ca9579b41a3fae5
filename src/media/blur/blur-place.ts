import { blurDesk } from './blur-desk.ts';
import type { BlurNews, BlurWork } from './blur-desk.ts';

/** Where pictures are blurred. */
export interface BlurPlace {
  readonly post: (work: BlurWork, transfer?: Transferable[]) => void;
  readonly close: () => void;
}

/** A worker, which a hidden or busy page does not slow down; the page itself where its policy, or another origin, refuses one. */
export async function blurPlace(hear: (news: BlurNews) => void): Promise<BlurPlace> {
  try {
    return await inWorker(hear);
  } catch {
    return inPage(hear);
  }
}

function inWorker(hear: (news: BlurNews) => void): Promise<BlurPlace> {
  const worker = new Worker(new URL('./blur-worker.ts', import.meta.url), {
    type: 'module',
    name: 'famedly-calls blur',
  });
  const place: BlurPlace = {
    post: (work, transfer = []) => worker.postMessage(work, transfer),
    close: () => worker.terminate(),
  };
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<BlurNews>) => {
      if (data.is === 'there') resolve(place);
      else hear(data);
    });
    worker.addEventListener('error', () => {
      reject(new Error('No worker'));
      hear({ is: 'failed' });
    });
  });
}

function inPage(hear: (news: BlurNews) => void): BlurPlace {
  let isOpen = true;
  const work = blurDesk((news) => {
    if (isOpen) hear(news);
  });
  return { post: (what) => work(what), close: () => (isOpen = false) };
}
