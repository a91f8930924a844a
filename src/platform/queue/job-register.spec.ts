import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineJob, type JobHandler } from './job.js';
import { pairUp } from './job-register.js';

class First implements JobHandler<unknown> {
  handle = (): Promise<void> => Promise.resolve();
}
class Second extends First {}

const solve = defineJob('solve', z.object({}));

describe('jobs and their handlers', () => {
  it('are paired one to one', () => {
    const handler = new First();
    expect(pairUp([solve], [{ kind: solve, handler }])).toEqual(new Map([[solve, handler]]));
  });

  it('are refused without a handler, saying how to add one', () => {
    expect(() => pairUp([solve], [])).toThrow(
      '"solve" has no handler: add a provider with @HandlesJob.',
    );
  });

  it('are refused with two handlers, naming both', () => {
    const handlers = [new First(), new Second()].map((handler) => ({ kind: solve, handler }));
    expect(() => pairUp([solve], handlers)).toThrow('more than one handler (First, Second)');
  });

  it('are refused when declared twice, and when handled but never declared', () => {
    const handlers = [{ kind: solve, handler: new First() }];
    expect(() => pairUp([solve, solve], handlers)).toThrow('declared twice');
    expect(() => pairUp([], handlers)).toThrow('handled by First but not declared');
  });

  it('are named in lower case with hyphens', () => {
    expect(() => defineJob('Solve run', z.object({}))).toThrow('unlike "Solve run"');
  });
});
