import type { LitElement, ReactiveController } from 'lit';
import { firstWords } from './first-words.ts';
import type { FirstWords } from './first-words.ts';
import { LanguagePack } from './language-pack.ts';

/** Languages beside English. */
const others: Readonly<Record<string, LanguagePack>> = {
  de: new LanguagePack(async () => (await import('./de.ts')).de),
};

/**
 * The words of an element in its own language: its `lang`, that of what it stands in, or the browser's. English until
 * another language is there.
 */
export class Language implements ReactiveController {
  readonly #host: LitElement;
  readonly #packs: Readonly<Record<string, LanguagePack>>;
  readonly #watch = new MutationObserver(() => this.#host.requestUpdate());
  #tag = 'en';

  constructor(host: LitElement, packs = others) {
    this.#host = host;
    this.#packs = packs;
    host.addController(this);
  }

  /** BCP 47, for `Intl`. */
  get tag(): string {
    return this.#tag;
  }

  /** English ones are the first ones only: see `wholeWords`. */
  get words(): FirstWords {
    return this.#pack?.words ?? firstWords;
  }

  hostConnected(): void {
    const filter = { attributeFilter: ['lang', 'dir'], subtree: true };
    for (let at: Node | null = this.#host; at !== null; at = hostOf(at)) {
      this.#watch.observe(at.getRootNode(), filter);
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
  }

  hostUpdate(): void {
    const host = this.#host;
    this.#tag = canonical(languageOf(host));
    const pack = this.#pack;
    if (pack?.words !== null) return;
    void pack.load().then(() => {
      if (host.isConnected) host.requestUpdate();
    });
  }

  get #pack(): LanguagePack | undefined {
    return this.#packs[this.#tag.replace(/-.*/, '')];
  }
}

/** `Intl` throws on what is no tag; a browser, too, has been seen to name one. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function languageOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement ?? hostOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language;
}

/** What the shadow tree that something stands in belongs to. */
function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
