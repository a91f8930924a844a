import path from 'node:path';
import jestConfig from './jest.config.mjs';
import { currentPart } from './test/mutation/parts.mjs';

/** How the mutants of a part are tried: see docs/mutation-testing.md. */
export default {
  ...jestConfig,
  globalSetup: undefined, // it is for a database, which no spec of the solver needs
  globalTeardown: undefined,
  roots: ['<rootDir>/src/solver', '<rootDir>/test/solver', '<rootDir>/test/mutation'],
  testMatch: ['<rootDir>/test/mutation/specs-of-the-part.ts'],
  testEnvironment: path.join(import.meta.dirname, 'test/mutation/first-failure-ends.mjs'),
  setupFiles: ['<rootDir>/test/mutation/properties.mjs'],
  globals: { specsOfThePart: currentPart().specs },
};
