import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, css } from 'lit';
import type { TemplateResult } from 'lit';
import { hueStyles } from '../../../components/theme/hue.styles.ts';
import { highContrastStyles } from '../../../components/theme/high-contrast.styles.ts';
import { inCallTokens } from '../../../components/theme/in-call-tokens.styles.ts';
import { tokens } from '../../../components/theme/tokens.styles.ts';

/** Takes part in the theme as the public elements do. */
class Probe extends LitElement {
  static override styles = [
    tokens,
    inCallTokens,
    highContrastStyles,
    hueStyles,
    css`
      i,
      b {
        color: var(--probed);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<i></i><b on-media></b>`;
  }

  /** A colour as the browser understands it, with alpha. `hue`: 1 to 8, of a person; `place`: `b` is on a video. */
  read(colour: string, hue = 1, place: 'i' | 'b' = 'i'): Colour {
    const probe = this.renderRoot.querySelector(place)!;
    probe.dataset['hue'] = String(hue);
    probe.style.setProperty('--probed', colour);
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!, alpha! / 255];
  }
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const WHITE: Colour = [255, 255, 255, 1];

function over(front: Colour, back: Colour): Colour {
  const alpha = front[3];
  const mix = (at: 0 | 1 | 2): number => front[at] * alpha + back[at] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = [colour[0], colour[1], colour[2]].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(front: Colour, back: Colour): number {
  const [low, high] = [luminance(over(front, back)), luminance(back)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const themes = [
  { name: 'light', scheme: 'light', theme: '' },
  { name: 'dark', scheme: 'dark', theme: '' },
  { name: 'high contrast, light', scheme: 'light', theme: 'high-contrast' },
  { name: 'high contrast, dark', scheme: 'dark', theme: 'high-contrast' },
] as const;

/** Words need this much, edges and icons the other (WCAG 2.2 AA: 1.4.3, 1.4.11). */
const WORDS = 4.5;
const SHAPES = 3;

/** Front, back, what is needed, and in each theme what was measured when the colours were chosen. */
const pairs: readonly (readonly [string, string, number, readonly number[]])[] = [
  ['--_ink', '--_canvas', WORDS, [14.9, 16.8, 21, 21]],
  ['--_ink', '--_surface', WORDS, []],
  ['--_ink-quiet', '--_canvas', WORDS, [5.9, 8.7, 15.4, 17]],
  ['--_ink-quiet', '--_surface', WORDS, []],
  ['--_ink', '--_control', WORDS, []],
  ['--_ink', '--_control-hover', WORDS, []],
  ['--_ink', '--_control-pressed', WORDS, [10.8, 7.7, 13.5, 9.7]],
  ['--_ink-inverse', '--_ink', WORDS, []],
  ['--_outline', '--_canvas', SHAPES, [3.6, 5, 21, 21]],
  ['--_outline', '--_surface', SHAPES, [4, 4.4, 21, 21]],
  ['--_on-accent', '--_accent', WORDS, [6, 8.7, 9.9, 16.9]],
  ['--_on-accent', '--_accent-hover', WORDS, []],
  ['--_accent', '--_canvas', SHAPES, [5.3, 10, 9.9, 16.9]],
  ['--_accent-ink', '--_accent-soft', WORDS, []],
  ['--_accent-ink', '--_surface', WORDS, []],
  ['--_on-danger', '--_danger', WORDS, [5.5, 4.5, 9.4, 9.6]],
  ['--_on-danger', '--_danger-hover', WORDS, []],
  ['--_warning-ink', '--_warning-soft', WORDS, [7.8, 10.5, 12.4, 16.5]],
  ['--_danger-ink', '--_danger-soft', WORDS, [6.4, 8.9, 9.4, 11.5]],
  ['--_on-warning', '--_warning', WORDS, [9.1, 9.1, 9.1, 9.1]],
  ['--_focus', '--_canvas', SHAPES, []],
  ['--_focus', '--_focus-gap', SHAPES, []],
];

/** On a plate over a white video, the brightest there is. */
const onVideo: readonly (readonly [string | null, number, readonly number[]])[] = [
  [null, WORDS, [9.9, 9.9, 9.9, 9.9]],
  ['--_media-control', WORDS, [6.5, 6.5, 9.7, 9.7]],
  ['--_media-control-pressed', SHAPES, [4, 4, 9.7, 9.7]],
];

const people = [1, 2, 3, 4, 5, 6, 7, 8];

function expectRatio(what: string, ratio: number, needed: number, measured: number | undefined): void {
  expect(ratio, what).to.be.at.least(needed);
  // Written with one digit; a canvas knows 255 steps of alpha.
  if (measured !== undefined) expect(ratio, `${what}, as it was`).to.be.at.least(measured - 0.1);
}

describe('colours', () => {
  before(() => {
    if (!customElements.get('contrast-probe')) customElements.define('contrast-probe', Probe);
  });

  for (const [at, { name, scheme, theme }] of themes.entries()) {
    describe(name, () => {
      let probe: Probe;

      beforeEach(async () => {
        probe = await fixture<Probe>(html`<contrast-probe theme=${theme}></contrast-probe>`);
        probe.style.setProperty('color-scheme', scheme);
      });

      for (const [front, back, needed, measured] of pairs) {
        it(`${front.slice(4)} on ${back.slice(4)}`, () => {
          const ratio = contrast(probe.read(`var(${front})`), probe.read(`var(${back})`));
          expectRatio(`${front} on ${back}`, ratio, needed, measured[at]);
        });
      }

      it('what floats on a video', () => {
        const plate = over(probe.read('var(--_media-plate)'), WHITE);
        const ink = probe.read('var(--_media-ink)');
        for (const [control, needed, measured] of onVideo) {
          const back = control === null ? plate : over(probe.read(`var(${control})`), plate);
          expectRatio(`ink on ${control ?? 'plate'}`, contrast(ink, back), needed, measured[at]);
        }
      });

      if (theme !== '') {
        it('the edges of what floats on a video', () => {
          const edge = probe.read('var(--_edge)', 1, 'b');
          expectRatio('edge', contrast(edge, probe.read('var(--_media-plate)')), SHAPES, 21);
        });
      }

      it('initials on each person’s colour', () => {
        for (const hue of people) {
          const fill = probe.read('var(--_avatar-fill, var(--_hue))', hue);
          expectRatio(`hue ${hue}`, contrast(probe.read('var(--_avatar-ink)', hue), fill), 5.4, undefined);
        }
      });

      it('quiet words on each person’s tint', () => {
        const worst = people.map((hue) => {
          const stage = probe.read('color-mix(in oklab, var(--_hue) var(--_tint), var(--_stage))', hue);
          return contrast(probe.read('var(--_ink-quiet)'), stage);
        });
        expectRatio('worst', Math.min(...worst), WORDS, [4.7, 7][at]);
      });
    });
  }
});
