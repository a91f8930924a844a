import usual from './jest.config.mjs';

/** The suites that need a Redis: QAR_TEST_REDIS_URL, or one on the usual port. Without it they fail; they are never skipped. */
export default { ...usual, roots: ['<rootDir>/test/redis'], testMatch: ['**/*.redis.ts'] };
