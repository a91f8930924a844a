import { describe, expect, it } from '@jest/globals';
import type { AimStanding, Run } from '../../api/runs';
import { newsOf, PacedSpeech, QUIET_MS } from './run-announcements';

function aim(changes: Partial<AimStanding>): AimStanding {
  return {
    aim: 'coverage',
    name: 'Coverage',
    title: 'Reviews with a lead',
    sense: 'MAX',
    phase: 'SOLVING',
    value: null,
    bound: null,
    gap: null,
    opening: null,
    seconds: 0,
    words: '48 by priority, proven',
    ...changes,
  };
}

function run(changes: Partial<Run>): Run {
  return {
    state: 'SOLVING',
    policy: 'Standard',
    aims: [aim({})],
    finishedAt: null,
    outcome: null,
    failure: null,
    ...changes,
  } as Run;
}

const over = '2026-12-21T09:30:12.000Z';
const outcome = {
  covered: 48,
  reviews: 54,
  isProven: true,
  pinned: 0,
  words: '48 of 54 reviews have a lead.',
};

describe('what a screen reader is told of a run', () => {
  it('is its start, each aim once when it is settled, and its end', () => {
    const queued = run({ state: 'QUEUED' });
    const settled = run({ aims: [aim({ phase: 'SETTLED' })] });
    const ended = run({ ...settled, state: 'SOLVED', finishedAt: over, outcome });
    expect(newsOf(undefined, queued)).toEqual(['The run waits to start.']);
    expect(newsOf(queued, run({}))).toEqual(['The run has started, under the policy Standard.']);
    expect(newsOf(run({}), run({}))).toEqual([]);
    expect(newsOf(run({}), settled)).toEqual(['Coverage settled: 48 by priority, proven.']);
    expect(newsOf(settled, settled)).toEqual([]);
    expect(newsOf(settled, ended)).toEqual(['The run has ended. 48 of 54 reviews have a lead.']);
    expect(newsOf(ended, ended)).toEqual([]);
  });

  it('is only the end where the page opens on a run that has ended', () => {
    const ended = run({ aims: [aim({ phase: 'SETTLED' })], state: 'CANCELLED', finishedAt: over });
    expect(newsOf(undefined, ended)).toEqual(['The run was discarded. There is no plan.']);
  });

  it('says why it failed', () => {
    const failed = run({ state: 'FAILED', finishedAt: over, failure: 'The worker stopped.' });
    expect(newsOf(run({}), failed)).toEqual(['The run has failed. The worker stopped.']);
  });
});

describe('paced speech', () => {
  function speech() {
    const said: string[] = [];
    let time = 0;
    let call: (() => void) | undefined;
    const paced = new PacedSpeech(
      (text) => said.push(text),
      () => time,
      (then, ms) => {
        expect(ms).toBeLessThanOrEqual(QUIET_MS);
        call = then;
        return () => (call = undefined);
      },
    );
    return { said, paced, wait: (ms: number) => (time += ms), ring: () => call?.() };
  }

  it('speaks at once after quiet, and then no sooner than in ten seconds, in one message', () => {
    const { said, paced, wait, ring } = speech();
    paced.tell(['One.']);
    wait(2000);
    paced.tell(['Two.']);
    paced.tell([]);
    paced.tell(['Three.', 'Four.']);
    expect(said).toEqual(['One.']);
    wait(8000);
    ring();
    expect(said).toEqual(['One.', 'Two. Three. Four.']);
    wait(QUIET_MS);
    paced.tell(['Five.']);
    expect(said.at(-1)).toBe('Five.');
  });

  it('says nothing after it was stopped', () => {
    const { said, paced, ring } = speech();
    paced.tell(['One.']);
    paced.tell(['Two.']);
    paced.stop();
    ring();
    expect(said).toEqual(['One.']);
  });
});
