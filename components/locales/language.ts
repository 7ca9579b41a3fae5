import type { LitElement, ReactiveController } from 'lit';
import { en } from './en.ts';
import type { Words } from './en.ts';

/** Languages beside English; each is loaded when an element first needs it. */
const others: Readonly<Record<string, () => Promise<Words>>> = {
  de: async () => (await import('./de.ts')).de,
};
const loaded = new Map<string, Words>([['en', en]]);

/**
 * The words of an element in its own language: its `lang`, that of what it stands in, or the browser's. English until
 * another language is there.
 */
export class Language implements ReactiveController {
  readonly #host: LitElement;
  readonly #watch = new MutationObserver(() => this.#host.requestUpdate());
  #tag = 'en';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47, for `Intl`. */
  get tag(): string {
    return this.#tag;
  }

  get words(): Words {
    return loaded.get(primary(this.#tag)) ?? en;
  }

  hostConnected(): void {
    this.#watch.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  hostUpdate(): void {
    this.#tag = languageOf(this.#host);
    const name = primary(this.#tag);
    if (loaded.has(name)) return;
    others[name]?.()
      .then((words) => {
        loaded.set(name, words);
        this.#host.requestUpdate();
      })
      // Words that do not come are English ones.
      .catch(() => loaded.set(name, en));
  }
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? 'en';
}

function languageOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language;
}

/** Across shadow roots. */
function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
