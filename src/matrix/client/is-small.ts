/** Characters: browsers let go requests of a page that is gone only up to 64 kB, all that are under way together. */
const MOST = 8_000;

/** Whether a request with this body may outlive the page: a goodbye is small. */
export function isSmall(body: object): boolean {
  return JSON.stringify(body).length <= MOST;
}
