import type { BlurParts } from './painter.ts';

const KERNELS = new URL('./network/kernels.as', import.meta.url);
const MODEL = new URL(
  '../../../node_modules/@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite',
  import.meta.url,
);

/** Fetches what finds people: two files beside the script. Rejects where one does not come, or a policy refuses WebAssembly. */
export async function fetchBlurParts(): Promise<BlurParts> {
  const [kernels, model] = await Promise.all([fetched(KERNELS).then(WebAssembly.compile), fetched(MODEL)]);
  return { kernels, model };
}

async function fetched(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.arrayBuffer();
}
