import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { hueStyles } from '../../theme/hue.styles.ts';
import { hue } from '../avatar/hue.ts';
import { initials } from '../avatar/initials.ts';
import { icon } from '../icon/icon.ts';
import { mic, micOff, phoneDown } from '../icon/icons.ts';
import type { Request } from '../request.ts';
import type { PictureInPictureContent } from './picture-in-picture.ts';
import { windowStyles } from './window.styles.ts';

/** Fills a window of our own; what is returned writes anew what changes. No elements: they are registered in the page's window alone. */
export function showCall(
  { CSSStyleSheet, document: page }: Window & typeof globalThis,
  words: Words,
  ask: (request: Request) => void,
): (content: PictureInPictureContent) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([baseStyles, hueStyles, windowStyles].map(({ cssText }) => cssText).join('\n'));
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = words.language;
  page.documentElement.dir = document.documentElement.dir;
  return (content) => {
    page.title = content.name;
    page.body.dataset['hue'] = String(hue(content.userId));
    render(call(content, words, ask), page.body, { creationScope: page });
    const shown = page.querySelector('video');
    // A binding would set it anew each time.
    if (shown && shown.srcObject !== content.stream) shown.srcObject = content.stream;
  };
}

function call(
  content: PictureInPictureContent,
  words: Words,
  ask: (request: Request) => void,
): TemplateResult {
  const { microphoneMuted: muted } = content;
  return html`<main>
    ${content.showVideo && content.stream ? video(content.name) : person(content)}
    <div class="controls" role="toolbar" aria-label=${words.callControls}>
      <button
        class=${muted ? 'off' : ''}
        aria-label=${muted ? words.unmute : words.mute}
        @click=${() => ask({ do: 'mute-microphone', muted: !muted })}
      >
        ${icon(muted ? micOff : mic)}
      </button>
      <button class="end" aria-label=${words.end} @click=${() => ask({ do: 'hangup' })}>
        ${icon(phoneDown)}
      </button>
    </div>
  </main>`;
}

function video(name: string): TemplateResult {
  return html`<video autoplay playsinline aria-label=${name} .muted=${true}></video>`;
}

function person({ name, userId }: PictureInPictureContent): TemplateResult {
  return html`<div class="person">
    <div class="avatar" data-hue=${hue(userId)} aria-hidden="true">${initials(name)}</div>
    <bdi class="name cut">${name}</bdi>
  </div>`;
}
