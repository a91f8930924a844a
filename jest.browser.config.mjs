import usual from './jest.config.mjs';

/** The suites that need a browser, which `npm ci` brings, and the built product. They are never skipped. */
export default {
  ...usual,
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
