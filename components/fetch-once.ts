/** Fetches something when it is first wanted. Where it does not come, the next who wants it tries again. */
export function fetchOnce(load: () => Promise<unknown>): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    load().catch(() => (asked = false));
  };
}
