import { expect, html } from '@open-wc/testing';
import { FamedlyDuration } from '../../../components/parts/duration/duration.ts';
import { stageWith } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-duration')) customElements.define('famedly-duration', FamedlyDuration);
});

/** A clock that stands still between ticks. */
class Clock {
  now = 1_700_000_000_000;
  readonly #begin = window.setTimeout.bind(window);
  readonly #end = window.clearTimeout.bind(window);
  readonly #dateNow = Date.now.bind(Date);
  readonly #due = new Map<number, { readonly at: number; readonly run: () => void }>();

  constructor() {
    let last = 1_000_000_000;
    Date.now = () => this.now;
    window.setTimeout = ((run: () => void, ms = 0) => {
      this.#due.set((last += 1), { at: this.now + ms, run });
      return last;
    }) as unknown as typeof setTimeout;
    window.clearTimeout = (id) => this.#due.delete(Number(id)) || this.#end(id);
  }

  /** ms until each timer that runs. */
  get waits(): readonly number[] {
    return [...this.#due.values()].map(({ at }) => at - this.now);
  }

  /** Goes on to the next tick, or some ms past it. */
  tick(late = 0): void {
    const [[id, next] = []] = this.#due;
    if (id === undefined || next === undefined) throw new Error('Nothing ticks');
    this.#due.delete(id);
    this.now = next.at + late;
    next.run();
  }

  release(): void {
    Object.assign(window, { setTimeout: this.#begin, clearTimeout: this.#end });
    Date.now = this.#dateNow;
  }
}

let clock: Clock;

async function duration(ms: number | null): Promise<FamedlyDuration> {
  const stage = await stageWith(html`<famedly-duration></famedly-duration>`);
  const element = stage.find('famedly-duration');
  clock = new Clock();
  element.since = ms === null ? null : clock.now - ms;
  await element.updateComplete;
  return element;
}

const shown = (element: FamedlyDuration) => element.renderRoot.textContent.trim();

describe('famedly-duration', () => {
  afterEach(() => clock.release());

  it('says nothing and waits for nothing before it begins', async () => {
    const element = await duration(null);
    expect(shown(element)).to.equal('');
    expect(clock.waits).to.deep.equal([]);
  });

  it('changes when a second is full, late ticks or not', async () => {
    const element = await duration(59_900);
    expect(shown(element)).to.equal('0:59');
    expect(clock.waits[0]).to.be.within(100, 110);
    clock.tick();
    await element.updateComplete;
    expect(shown(element)).to.equal('1:00');
    expect(clock.waits[0]).to.be.within(990, 1000);
    clock.tick(700);
    await element.updateComplete;
    expect(shown(element)).to.equal('1:01');
    expect(clock.waits[0]).to.be.within(290, 310);
    expect(clock.waits).to.have.lengthOf(1);
  });

  it('waits for its beginning where the clock went back', async () => {
    const element = await duration(-300);
    expect(shown(element)).to.equal('0:00');
    expect(clock.waits[0]).to.be.within(300, 310);
    clock.tick();
    await element.updateComplete;
    expect(clock.waits[0]).to.be.within(990, 1000);
  });

  it('stops when it is removed, and goes on when it is put back', async () => {
    const element = await duration(1000);
    const around = element.parentNode!;
    element.remove();
    expect(clock.waits).to.deep.equal([]);
    element.requestUpdate();
    await element.updateComplete;
    expect(clock.waits).to.deep.equal([]);
    clock.now += 5000;
    around.append(element);
    await element.updateComplete;
    expect(shown(element)).to.equal('0:06');
    expect(clock.waits).to.have.lengthOf(1);
  });

  it('stops when there is nothing to count', async () => {
    const element = await duration(1000);
    element.since = null;
    await element.updateComplete;
    expect(clock.waits).to.deep.equal([]);
  });

  it('is a timer that no screen reader reads second by second, in the digits of the language', async () => {
    const element = await duration(65_000);
    element.tag = 'ar-EG';
    await element.updateComplete;
    expect(shown(element)).to.equal('١:٠٥');
    const timer = element.renderRoot.querySelector('[role=timer]')!;
    expect(timer.ariaLive).to.equal('off');
    clock.release();
    await expect(element).to.be.accessible();
  });
});
