import { describe } from '@jest/globals';
import { describeQueueBehaviour } from '../../../test/support/queue-behaviour.js';

describe('the queue on PostgreSQL', () => {
  describeQueueBehaviour(() => ({}));
});
