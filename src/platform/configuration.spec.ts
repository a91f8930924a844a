import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: everything has a usual value, and empty counts as not set', () => {
    expect(readConfiguration({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({
      database: { url: undefined },
      web: { host: '127.0.0.1', port: 3000, portIsFixed: false },
      queue: { redisUrl: undefined, lockMs: 30_000, stalledIntervalMs: 5_000, maxStalledCount: 3 },
      data: { isChosen: false },
      operator: 'Operations',
      today: undefined,
    });
  });

  it('takes what is set', () => {
    expect(
      readConfiguration({ PORT: '8080', QAR_DATA_DIR: '/srv/qar', QAR_TODAY: '2026-12-21' }),
    ).toMatchObject({
      web: { port: 8080, portIsFixed: true },
      data: { folder: '/srv/qar', isChosen: true },
      today: '2026-12-21',
    });
  });

  it('names every bad variable at once, with its value and what is expected', () => {
    expect(
      problemsOf({ PORT: '70000', QAR_TODAY: '2026-02-30', QAR_QUEUE_LOCK_MS: 'soon' }),
    ).toEqual([
      'PORT "70000": expected a whole number from 1 to 65535.',
      'QAR_TODAY "2026-02-30": expected a date such as 2026-12-21.',
      'QAR_QUEUE_LOCK_MS "soon": expected a whole number of milliseconds from 1000 to 3600000.',
    ]);
  });

  it('never repeats an address that may hold a password', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://me:secret@host/qar' });
    expect(problem).toBe(
      'DATABASE_URL: expected an address such as postgresql://user:password@host:5432/qar.',
    );
  });

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('listens on %s', (host) => {
    expect(problemsOf({ QAR_HOST: host })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', '127.0.0.1.example.org'])(
    'refuses to listen on %s while nobody has to sign in, unless the port is published on loopback only',
    (host) => {
      expect(problemsOf({ QAR_HOST: host })[0]).toContain('because nobody has to sign in yet');
      expect(problemsOf({ QAR_HOST: host, QAR_PUBLISHED_ON_LOOPBACK: 'yes' })).toEqual([]);
    },
  );
});
