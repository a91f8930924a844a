import usual from './jest.config.mjs';

/** The suites that need a browser, which `npm ci` brings, and the built product. They are never skipped. */
export default {
  ...usual,
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  // Each has a product and a browser of its own, which wait for each other much of the time.
  maxWorkers: 2,
  testTimeout: 180_000,
};
