import { html, LitElement, nothing } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { hueStyles } from '../../theme/hue.styles.ts';
import { avatarStyles } from './avatar.styles.ts';
import { hue } from './hue.ts';
import { initials } from './initials.ts';

/**
 * @summary Somebody's picture, or initials on a colour of their own. For the eye alone: the name stands beside it.
 * @csspart avatar - The round plate.
 * @slot - A badge on it.
 */
export class FamedlyAvatar extends LitElement {
  static override properties = {
    name: {},
    userId: { attribute: false },
    src: {},
    loaded: { state: true },
  };
  static override styles = [baseStyles, hueStyles, avatarStyles];

  declare name: string;
  declare userId: string;
  /** A `blob:` URL, or empty for initials. */
  declare src: string;
  /** The `src` whose picture is there: until then, and if it never comes, the initials are. */
  declare private loaded: string;

  override render() {
    const { src } = this;
    return html`<div class="avatar" data-hue=${hue(this.userId)} aria-hidden="true">
      <div class="face" part="avatar">
        ${src && src === this.loaded ? nothing : initials(this.name)}
        ${src ? html`<img alt="" @load=${() => (this.loaded = src)} src=${src} draggable="false" />` : nothing}
      </div>
      <slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-avatar': FamedlyAvatar;
  }
}
