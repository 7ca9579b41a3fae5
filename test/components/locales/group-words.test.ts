import { expect } from '@open-wc/testing';
import { groupWordsDe } from '../../../components/locales/group-words.de.ts';
import { groupWords } from '../../../components/locales/group-words.en.ts';

describe('group words', () => {
  it('say who is there as one would', () => {
    expect(groupWords.areHere(['Anna', 'Ben', groupWords.others(5)])).to.equal(
      'Anna, Ben and 5 others are here',
    );
    expect(groupWordsDe.areHere(['Anna'])).to.equal('Anna ist da');
    expect(groupWordsDe.areHere(['Anna', 'Ben', groupWordsDe.others(5)])).to.equal(
      'Anna, Ben und 5 andere sind da',
    );
    expect(groupWordsDe.areHere(['Anna', 'Ben', groupWordsDe.others(1)])).to.contain('Ben und noch jemand');
  });

  it('count many people in words while there is one, then in figures', () => {
    expect(groupWords.manyForDirect(8)).to.match(/^Eight is /u);
    expect(groupWords.manyForDirect(13)).to.match(/^13 is /u);
    expect(groupWordsDe.manyForDirect(8)).to.match(/^Acht sind /u);
    expect(groupWordsDe.manyForDirect(13)).to.match(/^13 sind /u);
  });

  it('leave nothing empty, in no language', () => {
    for (const language of [groupWords, groupWordsDe]) {
      for (const [name, word] of Object.entries(language)) {
        if (typeof word === 'string') expect(word.trim(), name).not.to.equal('');
      }
    }
  });
});
