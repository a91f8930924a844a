import { randomBytes } from 'node:crypto';
import { describe } from '@jest/globals';
import { describeQueueBehaviour } from '../support/queue-behaviour.js';

describe('the queue on Redis', () => {
  describeQueueBehaviour(() => ({
    REDIS_URL: process.env.QAR_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379',
    QAR_REDIS_PREFIX: `test-${randomBytes(6).toString('hex')}`,
  }));
});
