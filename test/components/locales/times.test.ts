import { expect } from '@open-wc/testing';
import { de } from '../../../components/locales/de.ts';
import { en } from '../../../components/locales/en.ts';
import { formatDuration, formatMissed } from '../../../components/locales/times.ts';

const hour = 3_600_000;

describe('formatDuration', () => {
  const table: [ms: number, tag: string, expected: string][] = [
    [0, 'en', '0:00'],
    [-5000, 'en', '0:00'],
    [999, 'en', '0:00'],
    [61_000, 'de', '1:01'],
    [12 * 60_000 + 4000, 'en', '12:04'],
    [hour - 1, 'en', '59:59'],
    [hour + 2 * 60_000 + 3000, 'en', '1:02:03'],
    [1234 * hour, 'en', '1234:00:00'],
    [12 * 60_000 + 4000, 'ar-EG', '١٢:٠٤'],
  ];
  for (const [ms, tag, expected] of table) {
    it(`of ${ms} ms in ${tag} is ${expected}`, () => expect(formatDuration(ms, tag)).to.equal(expected));
  }
});

describe('formatMissed', () => {
  /** Local time, so many days ago. */
  function at(daysAgo: number, hours: number, minutes: number): number {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hours, minutes).getTime();
  }

  it('is today from midnight on', () => {
    expect(formatMissed(at(0, 0, 0), 'de', de)).to.equal('heute um 00:00');
    expect(formatMissed(at(0, 14, 32), 'de', de)).to.equal('heute um 14:32');
    expect(formatMissed(at(0, 14, 32), 'en-US', en)).to.match(/^today at 2:32\sPM$/);
  });

  it('is yesterday until the last minute before', () => {
    expect(formatMissed(at(1, 23, 59), 'de', de)).to.equal('gestern um 23:59');
    expect(formatMissed(at(1, 0, 0), 'en-GB', en)).to.equal('yesterday at 00:00');
  });

  it('is a date before that, and where a clock is wrong', () => {
    const date = new Date(2024, 1, 29, 9, 5).getTime();
    expect(formatMissed(date, 'de', de)).to.equal('29.02.2024, 09:05');
    expect(formatMissed(date, 'en-GB', en)).to.equal('29 Feb 2024, 09:05');
    expect(formatMissed(at(2, 12, 0), 'en', en)).not.to.contain('yesterday');
    expect(formatMissed(at(-1, 12, 0), 'en', en)).not.to.match(/today|yesterday/);
  });

  it('is in the digits of the language', () => {
    expect(formatMissed(at(0, 14, 32), 'ar-EG', en)).to.contain('٢:٣٢');
  });
});
