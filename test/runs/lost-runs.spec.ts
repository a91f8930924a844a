import { describe } from '@jest/globals';
import { lostRunsAreFound } from './lost-runs.js';

describe('lost runs, with the queue on PostgreSQL', () => lostRunsAreFound());
