/** What elements want to say in the title, the newest last. */
const claims: { readonly title: string }[] = [];
/** The page's own title, while there are claims. */
let own = '';
/** What the page's title reads when nobody but us has changed it. */
let shown = '';

/** Says `title` in the page's title until `signal` aborts; then the page has its own again, or what it set meanwhile. */
export function claimTitle(title: string, signal: AbortSignal): void {
  if (signal.aborted) return;
  if (claims.length === 0 || document.title !== shown) own = document.title;
  const claim = { title };
  claims.push(claim);
  show(title);
  signal.addEventListener('abort', () => give(claim), { once: true });
}

function give(claim: { readonly title: string }): void {
  claims.splice(claims.indexOf(claim), 1);
  // The page changed it meanwhile: that is its own now.
  if (document.title === shown) show(claims.at(-1)?.title ?? own);
}

function show(title: string): void {
  document.title = title;
  // The browser strips and joins white space.
  shown = document.title;
}
