import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { PeerStatistics } from '../../../src/index.ts';
import { en } from '../../locales/en.ts';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { factsStyles } from '../sheet/facts.styles.ts';
import { milliseconds, percent, rate, size, unknown } from './format.ts';
import { statisticsStyles } from './statistics.styles.ts';

/**
 * @summary How the connection does, in numbers: both ways, and by which path.
 * @csspart table - What goes both ways.
 */
export class FamedlyStatistics extends LitElement {
  static override properties = {
    statistics: { attribute: false },
    words: { attribute: false },
    tag: {},
  };
  static override styles = [baseStyles, contentStyles, factsStyles, statisticsStyles];

  /** `null`: nothing is measured yet. */
  declare statistics: PeerStatistics | null;
  declare words: Words;
  /** BCP 47, how numbers are written. */
  declare tag: string;

  constructor() {
    super();
    this.statistics = null;
    this.words = en;
    this.tag = 'en';
  }

  override render(): TemplateResult {
    const { statistics, words, tag } = this;
    return html`
      <h2>${words.statistics}</h2>
      <table class="numbers" part="table">
        <thead>
          <tr>
            <td></td>
            <th scope="col">${words.received}</th>
            <th scope="col">${words.sent}</th>
          </tr>
        </thead>
        <tbody>
          ${row(words.dataRate, rate(statistics?.bitrateReceived, tag), rate(statistics?.bitrateSent, tag))}
          ${row(words.loss, percent(statistics?.lossReceived, tag), percent(statistics?.lossSent, tag))}
          ${row(words.picture, size(statistics?.video.received), size(statistics?.video.sent))}
        </tbody>
      </table>
      <dl class="numbers">
        ${fact(words.roundTrip, milliseconds(statistics?.roundTripTime, tag))}
        ${fact(words.path, pathOf(statistics, words))}
      </dl>
    `;
  }
}

function row(name: string, received: string, sent: string): TemplateResult {
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td><bdi>${received}</bdi></td>
      <td><bdi>${sent}</bdi></td>
    </tr>
  `;
}

function fact(name: string, value: string): TemplateResult {
  return html`
    <div class="fact">
      <dt>${name}</dt>
      <dd><bdi>${value}</bdi></dd>
    </div>
  `;
}

/** Relayed as soon as one of the two ends is a relay. */
function pathOf(statistics: PeerStatistics | null, words: Words): string {
  const ends = [statistics?.localCandidateType ?? null, statistics?.remoteCandidateType ?? null];
  if (ends.includes('relay')) return words.relayed;
  return ends.includes(null) ? unknown : words.direct;
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-statistics': FamedlyStatistics;
  }
}
