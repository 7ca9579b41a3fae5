import { blurDesk } from './blur-desk.ts';
import type { BlurNews, BlurWork } from './blur-desk.ts';

const tell = (news: BlurNews): void => {
  if (news.is === 'painted') postMessage(news, { transfer: [news.picture] });
  else postMessage(news);
};
const work = blurDesk(tell);
addEventListener('message', ({ data }: MessageEvent<BlurWork>) => work(data));
tell({ is: 'there' });
