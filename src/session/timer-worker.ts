/** What a page asks for, and hears: timers here run on time while the page is hidden. */
export interface Wanted {
  readonly id: number;
  readonly ms: number;
}

export interface Due {
  readonly id: number;
}

addEventListener('message', ({ data: { id, ms } }: MessageEvent<Wanted>) => {
  setTimeout(() => postMessage({ id } satisfies Due), ms);
});
