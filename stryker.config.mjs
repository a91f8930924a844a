import { currentPart } from './test/mutation/parts.mjs';

const { name, mutate } = currentPart();
const report = `out/mutation/${name}`;

/** Mutation testing of the solver, one part at a time: see docs/mutation-testing.md. */
export default {
  mutate,
  mutator: {
    // Names of roles, aims and kinds are closed types: the compiler refuses a wrong one. What is left are sentences for
    // people, which their own specs quote; emptying each would be half of all mutants and tell nothing more.
    excludedMutations: ['StringLiteral'],
  },
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.mutation.config.mjs',
    enableFindRelatedTests: false, // every spec of the solver is related to nearly every file of it
  },
  ignorePatterns: ['/bench', '/data', '/dist', '/migrations', '/out', '/sample'],
  incrementalFile: `${report}/incremental.json`, // for --incremental: only what changed, and survivors of new tests
  maxTestRunnerReuse: 50, // a module of an earlier run stays in memory, which slows every later one
  concurrency: 1,
  timeoutMS: 10_000,
  tempDirName: '.stryker-tmp',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `${report}/report.json` },
  htmlReporter: { fileName: `${report}/report.html` },
};
