let context: AudioContext | null = null;
let borrowers = 0;

/**
 * The one AudioContext of all elements, until `signal` aborts; closed when nobody has it any more. `null` where there is no sound,
 * and before the first click on the page, when the browser would refuse with a warning.
 */
export function borrowAudio(signal: AbortSignal): AudioContext | null {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  if (userActivation?.hasBeenActive === false || signal.aborted) return null;
  context ??= new AudioContext();
  // Safari begins suspended outside a click; where it stays so, the sound is not heard.
  if (context.state !== 'running') void context.resume().catch(() => undefined);
  borrowers += 1;
  signal.addEventListener('abort', giveBack, { once: true });
  return context;
}

function giveBack(): void {
  borrowers -= 1;
  if (borrowers > 0) return;
  void context?.close();
  context = null;
}
