import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('@playwright/test').Page} Page */

const API = /\/_matrix\/client\/(?:v\d+|unstable|r0)\/(.+?)(?:\?|$)/;

/** ms without a request after which whoever came before is not in the way of who comes next. */
const CALM = 300;

/** What pages ask of the homeserver, `/sync` apart: preflights are not told by the browser, and not counted. */
export class Requests {
  /** @type {Map<Page, Map<string, number>>} */
  #counts = new Map();
  /** @type {Set<import('@playwright/test').Request>} */
  #underWay = new Set();
  #lastEnded = 0;

  /** @param {Page} page */
  watch(page) {
    this.#counts.set(page, new Map());
    page.on('request', (request) => {
      const path = API.exec(request.url())?.[1];
      if (path === undefined || path === 'sync') return;
      this.#underWay.add(request);
      const counts = this.#counts.get(page) ?? new Map();
      const delayed = request.url().includes('.delay=') ? ', delayed' : '';
      const name = `${request.method()} ${nameOf(path)}${delayed}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    });
    page.on('requestfinished', this.#ended);
    page.on('requestfailed', this.#ended);
  }

  /** @param {import('@playwright/test').Request} request */
  #ended = (request) => {
    if (this.#underWay.delete(request)) this.#lastEnded = Date.now();
  };

  /** A room takes one event after the other: nobody is measured behind another's. */
  async calm() {
    while (this.#underWay.size > 0 || Date.now() - this.#lastEnded < CALM) await delay(20);
  }

  clear() {
    for (const counts of this.#counts.values()) counts.clear();
  }

  /** Since the last `clear`. @param {Page} page @returns {number} */
  of(page) {
    return [...(this.#counts.get(page)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  /** By kind, of one page. @param {Page} page @returns {[string, number][]} */
  kindsOf(page) {
    return [...(this.#counts.get(page) ?? [])].sort(([a], [b]) => a.localeCompare(b));
  }
}

/** Without ids. @param {string} path */
function nameOf(path) {
  return path
    .split('/')
    .map((part) => decodeURIComponent(part))
    .filter((part) => !/^[!@$]|^[A-Za-z0-9_-]{12,}$|^m\d+|^\d/.test(part))
    .join('/');
}
