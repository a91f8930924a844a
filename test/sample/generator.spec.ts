import { expect, it } from '@jest/globals';
import { makeSample } from '../../scripts/sample/make-sample.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import { frozen } from './sample-database.js';
import { sampleFiles } from './sample-files.js';

// Two imports of everything and a proven solve of autumn: some 25 seconds.
it('makes exactly the files of the checked-in sample', async () => {
  const { files } = await makeSample(frozen, await loadHighs());
  const made = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(made.map(({ name }) => name)).toEqual(sampleFiles().map(({ name }) => name));
  for (const [index, { name, text }] of sampleFiles().entries()) {
    // Not toEqual: the difference of two long files says nothing to anybody.
    expect({ name, isSame: made[index]?.text === text }).toEqual({ name, isSame: true });
  }
}, 240_000);
