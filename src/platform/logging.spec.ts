import { describe, expect, it } from '@jest/globals';
import { createLogger, RateCappedErrors } from './logging.js';

function record(): { lines: Record<string, unknown>[]; logger: ReturnType<typeof createLogger> } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, logger: createLogger('test', 'info', { write }) };
}

describe('logs', () => {
  it('hold no field that names a person', () => {
    const { lines, logger } = record();
    logger.info({ person: { name: 'Siân O’Neill', email: 's@example.org' }, code: 'LR-001' }, 'x');
    expect(JSON.stringify(lines)).not.toMatch(/Siân|example/);
    expect(lines[0]).toMatchObject({ person: { name: '[not logged]' }, code: 'LR-001' });
  });

  it('describe a database error without the values that PostgreSQL quotes', () => {
    const { lines, logger } = record();
    const unique = {
      message: 'duplicate key',
      code: '23505',
      constraint: 'school_pkey',
      detail: 'Key (email)=(s@example.org)',
    };
    logger.error(
      {
        err: {
          name: 'QueryFailedError',
          message: 'duplicate key',
          parameters: ['Siân'],
          driverError: unique,
          cause: unique,
        },
      },
      'x',
    );
    logger.error(
      {
        err: {
          message: 'invalid input syntax: "Siân"',
          code: '22P02',
          stack: 'Error: "Siân"\n    at here',
        },
      },
      'x',
    );
    expect(JSON.stringify(lines)).not.toMatch(/Siân|example/);
    expect(lines[0]).toMatchObject({
      err: { code: '23505', cause: { constraint: 'school_pkey' } },
    });
    expect(lines[1]).toMatchObject({ err: { message: 'the database refused a value (22P02)' } });
  });

  it('report a repeating trouble once in a while, with a count', () => {
    const { lines, logger } = record();
    let time = 0;
    const errors = new RateCappedErrors(logger, 10_000, () => time);
    const lost = Object.assign(new Error('lost'), { code: 'ECONNREFUSED' });
    for (; time < 10_500; time++) errors.report('the queue', lost);
    errors.report('the outbox', lost);
    expect(lines.map((line) => [line.where, line.unloggedSince])).toEqual([
      ['the queue', 0],
      ['the queue', 9_999],
      ['the outbox', 0],
    ]);
  });
});
