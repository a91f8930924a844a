import { describe } from '@jest/globals';
import { lostRunsAreFound } from '../runs/lost-runs.js';

describe('lost runs, with the queue on Redis', () => {
  lostRunsAreFound(process.env.QAR_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
});
