import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateProblem } from '../../scripts/generate-problem.js';
import { type AsksTogether } from '../../src/solver/explain/asks-together.js';
import { type DropOuts } from '../../src/solver/explain/drop-out.js';
import { type PriceOfDisturbance } from '../../src/solver/explain/re-plan.js';
import { type WhatItTakes } from '../../src/solver/explain/what-would-it-take.js';
import { type Ended, qar, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;
const problem = smallProblem();
const [covered, waiting] = [problem.reviews[1]?.id ?? '', problem.reviews[0]?.id ?? ''];

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await write(folder, 'problem.json', problem);
  await qar(['solve', 'problem.json', '--out', 'plan.json'], folder);
  const set = ['--set', `${waiting}: L1 2027-01-11 MON_WED`];
  await qar(['edit', 'problem.json', ...set, '--out', 'hand.json'], folder);
});
afterAll(() => remove());

const ask = (...args: string[]): Promise<Ended> => {
  const [command = '', ...flags] = args;
  return qar([command, 'problem.json', 'plan.json', ...flags], folder);
};
const data = async <T>(...args: string[]): Promise<T> =>
  JSON.parse((await ask(...args, '--json')).stdout) as T;

describe('qar ask', () => {
  test('says what would cover the review that waits, and that nothing else would', async () => {
    const { code, stdout } = await ask('ask', '--review', waiting);
    expect(code).toBe(0);
    expect(stdout).toContain(waiting);
    expect(stdout).toMatch(/Checked\s+by\s+solving\s+again\./);
    const [found] = await data<WhatItTakes[]>('ask');
    expect(found).toMatchObject({ review: waiting, ended: 'ALL' });
  });

  test('says which asks together would cover most, and not for one review', async () => {
    const { code, stdout } = await ask('ask', '--together');
    expect(code).toBe(0);
    const found = await data<AsksTogether>('ask', '--together');
    expect(found).toMatchObject({ waiting: 1, ended: 'CHEAPEST' });
    expect(stdout).toContain(
      found.asks.length === 0 ? 'No ask would cover the review.' : 'would cover the review.',
    );
    expect((await ask('ask', '--together', '--review', waiting)).code).not.toBe(0);
  });

  test('refuses a review that has a lead, or that there is not', async () => {
    expect(await ask('ask', '--review', covered)).toMatchObject({ code: 1 });
    const unknown = await ask('ask', '--review', 'R99');
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      'qar: there is no review R99 in problem.json. It has R1, R2.\n',
    ]);
  });
});

describe('qar drop-out', () => {
  test('says what is lost without the only lead, and that the review hangs on them', async () => {
    const { code, stdout } = await ask('drop-out');
    expect(code).toBe(0);
    expect(stdout).toContain(`Without L1 the school of ${covered} would have no lead.`);
    expect(stdout).toContain(`${covered}: L1, who alone may lead it`);
    const found = await data<DropOuts & { measuredFrom: object }>('drop-out');
    expect(found.singlePoints).toEqual([{ review: covered, person: 'L1', why: 'ONLY_LEAD' }]);
    expect(found.measuredFrom).toEqual({ isProven: true, breaches: [], words: [] });
  });

  test('names the reviews that move, and warns of a plan that is not proven', async () => {
    const moved = `The school of ${covered}: nobody instead of L1, Monday 11 to Wednesday 13 January 2027\n`;
    const proven = (await ask('drop-out', '--lead', 'L1')).stdout;
    expect(proven).toContain(moved);
    expect(proven).not.toContain('not proven');
    expect((await ask('drop-out')).stdout).toContain(moved);
    const unproven = await qar(['drop-out', 'problem.json', 'hand.json'], folder);
    expect(unproven.stdout).toMatch(/^This plan is not proven to be the best: /);
    const { stdout } = await qar(['drop-out', 'problem.json', 'hand.json', '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({ measuredFrom: { isProven: false } });
  });

  test('answers for one person, and refuses one that there is not', async () => {
    expect((await ask('drop-out', '--lead', 'L1')).stdout).toMatch(/^Without L1 /);
    expect(await ask('drop-out', '--lead', 'L99')).toMatchObject({ code: 1 });
  });
});

describe('qar re-plan', () => {
  test('disturbs nobody where nothing has changed, and nobody is left when L1 has gone', async () => {
    const { code, stdout } = await ask('re-plan');
    expect(code).toBe(0);
    expect(stdout).toContain('Disturbing nobody: 1 of 2 reviews has a lead.');
    const gone = await data<PriceOfDisturbance>('re-plan', '--gone', 'L1');
    expect(gone).toMatchObject({ least: 0, ended: 'BEST' });
  });

  test('names the reviews that move, and warns of a plan that is not proven', async () => {
    const days = 'Monday 11 to Wednesday 13 January 2027';
    const { stdout } = await qar(['re-plan', 'problem.json', 'hand.json'], folder);
    expect(stdout).toMatch(/^This plan is not proven to be the best: [^]*\n\nThere is a plan/);
    expect(stdout).toContain(
      `\n      The school of ${waiting}: nobody instead of L1, ${days}\n      The school of ${covered}: L1 instead of nobody, ${days}\n`,
    );
    expect((await ask('re-plan')).stdout).not.toContain('not proven');
    const asData = await qar(['re-plan', 'problem.json', 'hand.json', '--json'], folder);
    expect(JSON.parse(asData.stdout)).toMatchObject({ measuredFrom: { isProven: false } });
  });

  test('shows each line as it is proven, and says what stands when it is interrupted', async () => {
    const long = generateProblem({ seed: 1, leads: 20, reviews: 75, weeks: 12 });
    await write(folder, 'long.json', long);
    await qar(['solve', 'long.json', '--out', 'long-plan.json'], folder);
    const args = ['re-plan', 'long.json', 'long-plan.json', '--gone', 'L9'];
    const { code, stdout, stderr } = await qar(args, folder, (child, _, shown) => {
      if (shown.includes('Disturbing nobody') && !child.killed) child.kill('SIGINT');
    });
    expect(code).toBe(130);
    expect(stdout).toMatch(/^There is a plan that disturbs nobody\.\n {2}Disturbing nobody: /);
    expect(stdout).not.toMatch(/No more people were tried|Nothing more is gained/);
    expect(stderr).toMatch(/The lines above stand; more than \d people had not been tried/);
  }, 180_000);

  test('refuses a number of people that is none', async () => {
    expect(await ask('re-plan', '--further', 'few')).toMatchObject({ code: 1 });
  });
});

test('a problem without anybody is told in whole sentences', async () => {
  await write(folder, 'nobody.json', { ...problem, leads: [] });
  await qar(['solve', 'nobody.json', '--out', 'none.json'], folder);
  const drop = await qar(['drop-out', 'nobody.json', 'none.json'], folder);
  expect(drop.stdout).toBe(
    'Nobody has a seat in the plan.\n\nNo review stands or falls with one person.\n',
  );
  const found = await qar(['preflight', 'nobody.json'], folder);
  expect(found.stdout).toContain('  Nobody may lead a review this term.\n');
});

test('a plan of another problem is refused, with what to do', async () => {
  await write(folder, 'other.json', { ...problem, name: 'Another' });
  const asked = await qar(['ask', 'other.json', 'plan.json'], folder);
  expect(asked.code).toBe(2);
  expect(asked.stderr).toContain('plan.json is a plan of another problem than other.json');
});
