const ON_MS = 400;
const OFF_MS = 600;

/** Vibrates while it rings, until `signal` aborts, where the device can and the page has been touched. */
export function vibrate(signal: AbortSignal): void {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  // Absent in Safari and Firefox.
  if (!('vibrate' in navigator) || userActivation?.hasBeenActive === false || signal.aborted) return;
  const once = (): void => {
    navigator.vibrate(ON_MS);
  };
  once();
  const timer = setInterval(once, ON_MS + OFF_MS);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      navigator.vibrate(0);
    },
    { once: true },
  );
}
