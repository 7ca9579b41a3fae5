export const page = document; // refused: TS2584
export const peer = new RTCPeerConnection(); // refused: TS2304
export const stream = new MediaStream(); // refused: TS2304
export let element: HTMLElement; // refused: TS2304
export const width = window.innerWidth; // refused: TS2304
export const signal: AbortSignal = AbortSignal.abort();
export enum State { Ringing } // refused: TS1294
export const first: number = [1][0]; // refused: TS2322
