import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { exampleView } from '../reports/balance/balance.examples.js';
import { BalanceView } from '../reports/balance/balance.schema.js';
import { ForecastView } from '../reports/forecast/forecast.schema.js';
import { exampleScenario } from '../reports/what-if/what-if.examples.js';
import { Scenario } from '../reports/what-if/what-if.schema.js';
import { CommandFailure } from './exit-codes.js';
import { forecastInWords } from './forecast.js';
import { recruitingInWords } from './recruiting.js';
import { type Surroundings, type TextStream } from './surroundings.js';
import { tellWhatIf } from './what-if.js';

const said = { out: '', err: '' };
beforeEach(() => {
  said.out = '';
  said.err = '';
});
const heard = (stream: 'out' | 'err'): TextStream =>
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      said[stream] += chunk.toString();
      done();
    },
  });
const around = (interrupted = new AbortController().signal): Surroundings => ({
  ...{ stdout: heard('out'), stderr: heard('err'), interrupted, endWith: () => undefined },
});

const done = Scenario.parse(exampleScenario);
const underWay = (words: string): Scenario => ({
  ...done,
  result: null,
  underWay: { done: 0, of: 2, words },
});
const whatIf = (name: string | undefined, course: readonly Scenario[], surroundings = around()) => {
  let looked = 0;
  const computed: string[] = [];
  const saved = {
    all: () => Promise.resolve(course.length === 0 ? [] : [done]),
    compute: (id: string) => Promise.resolve(computed.push(id)),
    look: () => Promise.resolve(course[Math.min(looked++, course.length - 1)] ?? done),
  };
  return tellWhatIf(name, saved, surroundings).then(() => computed);
};

describe('qar what-if', () => {
  it('computes the one of that name, says once how far it is, and tells what it does', async () => {
    const course = [underWay('Waiting for a worker'), underWay('Waiting for a worker'), done];
    expect(await whatIf('ADA leaves in march', course)).toEqual([done.id]);
    expect(said.err).toBe('Waiting for a worker\n');
    expect(said.out).toMatch(/^Ada leaves in March \(Spring 2027\): Ada Example leaves/u);
    expect(said.out).toContain('1 review would lose its Lead Reviewer; 1 person would fall short.');
    expect(said.out).toMatch(/Reviews\n- Frank Barnes School for Deaf Children, London: without/u);
    expect(said.out).toMatch(/People\n- Ada Example: Would lead 1 review instead of 2/u);
    expect(said.out).toMatch(/As at 21 December 2026; computed 21 December 2026, 10:42\.\n$/u);
  });

  it('lists those that are saved, without a name or where there is none of that name', async () => {
    expect(await whatIf(undefined, [done])).toEqual([]);
    expect(said.out).toBe('Saved what-ifs:\n- Ada leaves in March (Spring 2027)\n');
    await expect(whatIf('Another', [done])).rejects.toThrow(
      new CommandFailure(`there is no what-if “Another”. ${said.out.trimEnd()}`),
    );
    said.out = '';
    await whatIf(undefined, []);
    expect(said.out).toContain('No what-if is saved yet.');
  });

  it('fails with the reason, and stops when it is interrupted', async () => {
    const failed = { ...done, result: null, failure: 'No week is left.' };
    await expect(whatIf(done.name, [failed])).rejects.toThrow(
      new CommandFailure('No week is left.'),
    );
    const stopped = AbortSignal.abort(new Error('Ctrl-C'));
    const waiting = whatIf(done.name, [underWay('Waiting for a worker')], around(stopped));
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(said.out).toBe('');
  });
});

describe('qar forecast', () => {
  const view = ForecastView.parse(ForecastView.meta()?.example);

  it('tells who cannot reach the minimum and why, and when it was computed', () => {
    const words = forecastInWords(view);
    expect(words).toMatch(/^0 of 1 Lead Reviewer has reached their minimum or still can\./u);
    expect(words).toContain('Ada Example: at best 5 of 6. Too few dates declared');
    expect(words).toContain('As at 21 December 2026; computed 21 December 2026, 10:42.');
  });

  it('fails with the reason', () => {
    const failed = { ...view, forecast: null, failure: 'The worker ran out of memory.' };
    expect(() => forecastInWords(failed)).toThrow(new CommandFailure(failed.failure));
  });
});

describe('qar recruiting', () => {
  const view = BalanceView.parse(exampleView);

  it('tells each region and specialism that is short, and who one more is taken to be', () => {
    const words = recruitingInWords(view);
    expect(words).toMatch(/^Two more Lead Reviewers with Social, Emotional/u);
    expect(words).toMatch(
      /North East, Social, Emotional and Mental Health \(SEMH\): 4 due, 2 can be led, 2 without a lead\. One\s+more would let/u,
    );
    expect(words).toContain('One more Lead Reviewer:\n- Free in 15 of 20 windows');
  });

  it('fails with the reason', () => {
    expect(() => recruitingInWords({ ...view, balance: null })).toThrow(CommandFailure);
  });
});
