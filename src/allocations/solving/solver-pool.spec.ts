import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smallProblem, smallProblemFile } from '../../../test/crash/small-problem.js';
import { checkPlan } from '../../solver/check.js';
import { sha256 } from '../../solver/file/sha256.js';
import { AIMS, PLAN_FORMAT } from '../../solver/plan.js';
import { preflight } from '../../solver/preflight/preflight.js';
import { type SolveProgress } from '../../solver/solve.js';
import { type RankingNews } from './plan-question.js';
import { inPlainWords } from './solver-failure.js';
import { EarlyStop, solveInThread, SolverPool } from './solver-pool.js';

const bytes = smallProblemFile(7);

describe('solving in a thread', () => {
  let pool: SolverPool;
  beforeEach(() => {
    pool = new SolverPool();
  });
  afterEach(() => pool.close());

  it('gives a proven plan that the checker accepts, and tells of every aim on the way', async () => {
    const told: SolveProgress[] = [];
    const solution = await pool.solve(bytes, { onProgress: (progress) => told.push(progress) });
    const plan = { format: PLAN_FORMAT, problem: sha256(bytes), ...solution } as const;
    expect(checkPlan(smallProblem(7), plan, plan.problem).faults).toEqual([]);
    expect(solution.status).toBe('OPTIMAL');
    const settled = told.filter(({ phase }) => phase === 'settled').map(({ aim }) => aim);
    expect(settled).toEqual([...AIMS]);
  });

  it('explains the reviews that a plan leaves without a lead', async () => {
    const rows = smallProblem(7).reviews.map(({ id }) => ({
      review: id,
      week: null,
      window: null,
      lead: null,
      qualityAssurer: null,
      shadow: null,
    }));
    const turns: string[] = [];
    const explained = await pool.explain(bytes, rows, { onReview: (id) => turns.push(id) });
    expect(explained.map(({ review }) => review)).toEqual(rows.map(({ review }) => review));
    expect(turns).toEqual(rows.map(({ review }) => review));
  });

  it('looks at a problem before it is solved', async () => {
    const found = await pool.preflight(bytes);
    expect(found).toEqual(preflight(smallProblem(7)));
  });

  it('answers questions about a plan, telling of each price on the way', async () => {
    const { reviews } = await pool.solve(bytes);
    const problem = { bytes, sha256: sha256(bytes) };
    const plan = { rows: reviews, isProven: true };
    const covered = reviews.find(({ lead }) => lead !== null)?.review ?? '';
    const why = await pool.ask(problem, plan, { kind: 'WHY', review: covered });
    expect(why?.without).toMatchObject({ kind: 'PRICED' });
    const question = { kind: 'REVIEW_CANDIDATES', review: covered } as const;
    const news: RankingNews[] = [];
    const ranked = await pool.ask(problem, plan, question, { onNews: (each) => news.push(each) });
    const prices = news.filter(({ kind }) => kind === 'CANDIDATE');
    expect(prices.length).toBe((ranked?.priced.length ?? 0) + (ranked?.impossible.length ?? 0));
    expect(news[0]).toMatchObject({ kind: 'LIST', toPrice: prices.length });
  });

  it('gives a ranking up that nobody waits for', async () => {
    const { reviews } = await pool.solve(bytes);
    const problem = { bytes, sha256: sha256(bytes) };
    const review = reviews.find(({ lead }) => lead !== null)?.review ?? '';
    const stop = new EarlyStop();
    stop.request();
    const question = { kind: 'REVIEW_CANDIDATES', review } as const;
    const plan = { rows: reviews, isProven: true };
    expect(await pool.ask(problem, plan, question, { stop })).toBeNull();
  });

  it('leaves this thread free while it solves', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await pool.solve(bytes);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('solves one after another in the order asked, also after one that failed', async () => {
    const ended: string[] = [];
    const note = (name: string) => () => void ended.push(name);
    await Promise.all([
      pool.solve(bytes).then(note('first')),
      pool.solve(Buffer.from('not JSON')).catch(note('bad')),
      pool.solve(bytes).then(note('last')),
    ]);
    expect(ended).toEqual(['first', 'bad', 'last']);
  });

  it('ends with the plan it has when it is asked to stop early', async () => {
    const earlyStop = new EarlyStop();
    earlyStop.request();
    const solution = await pool.solve(bytes, { earlyStop });
    expect(solution.status).toBe('FEASIBLE');
  });

  it('throws the thread away when it is aborted, and solves the next', async () => {
    const abort = new AbortController();
    const stopped = pool.solve(bytes, {
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('not wanted any more')),
    });
    await expect(stopped).rejects.toThrow('not wanted any more');
    expect((await pool.solve(bytes)).status).toBe('OPTIMAL');
  });

  it('does not begin what was aborted before', async () => {
    const abort = new AbortController();
    abort.abort(new Error('too late'));
    await expect(pool.solve(bytes, { signal: abort.signal })).rejects.toThrow('too late');
  });

  it('names the fault of a bad file', async () => {
    await expect(solveInThread(Buffer.from('{'))).rejects.toThrow('could not finish');
  });

  it.each([
    ['Aborted(OOM). Build with -sASSERTIONS', 'ran out of memory'],
    ['Worker terminated due to reaching memory limit: JS heap out of memory', 'ran out of memory'],
    ['Aborted(). Build with -sASSERTIONS', 'engine broke off'],
    ['memory access out of bounds', 'engine broke off'],
    ['something else', 'could not finish: something else'],
  ])('says %s in plain words', (said, words) => {
    expect(inPlainWords(new Error(said)).message).toContain(words);
  });
});
