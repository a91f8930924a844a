/**
 * npm run mutation -- [part…] [Stryker's options]
 *
 * Mutates the named parts of the solver one after another, all of them when none is named.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { partNamed, partNames } from '../test/mutation/parts.mjs';

const given = process.argv.slice(2);
const firstOption = given.findIndex((word) => word.startsWith('-'));
const split = firstOption < 0 ? given.length : firstOption;
const named = given.slice(0, split);
named.forEach(partNamed);

const packageFile = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
const stryker = path.join(path.dirname(packageFile), 'bin', 'stryker.js');
const failed = (named.length > 0 ? named : partNames).filter((part) => {
  console.log(`\nMutating ${part}`);
  const { status } = spawnSync(process.execPath, [stryker, 'run', ...given.slice(split)], {
    stdio: 'inherit',
    env: {
      QAR_PROPERTY_CASES: String(partNamed(part).cases),
      ...process.env,
      QAR_MUTATION_PART: part,
    },
  });
  return status !== 0;
});
if (failed.length > 0) console.error(`Stryker failed on ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
