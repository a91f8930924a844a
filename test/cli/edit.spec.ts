import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EffectView } from '../../src/allocations/hand/hand-view.js';
import { type Plan } from '../../src/solver/plan.js';
import { qar, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await write(folder, 'problem.json', smallProblem());
});
afterAll(() => remove());

async function planIn(file: string): Promise<Plan> {
  return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Plan;
}

test('a whole plan is made by hand, priced and checked with no solve', async () => {
  const set = ['--set', 'R1: L1 2027-01-11 MON_WED'];
  const made = await qar(['edit', 'problem.json', ...set, '--out', 'by-hand.json'], folder);
  expect(made).toMatchObject({ code: 0, stdout: '' });
  expect(made.stderr).toContain(
    'The school of R1: L1 leads on Monday 11 to Wednesday 13 January 2027; before: nobody leads.',
  );
  expect(made.stderr).toContain('Reviews that get a lead, weighted by priority: gains 1 (0 to 1).');
  expect(made.stderr).toMatch(/L1: leads 1 \(before: 0; target 1\), 1 in the year of at least 6/);
  const plan = await planIn('by-hand.json');
  expect([plan.status, plan.aims[0]]).toEqual([
    'FEASIBLE',
    { aim: 'coverage', value: 1, bound: 4 },
  ]);
  expect(await qar(['check', 'problem.json', 'by-hand.json'], folder)).toMatchObject({ code: 0 });
});

test('without an edit it begins from nobody anywhere; with a plan there is nothing to do', async () => {
  const begun = await qar(['edit', 'problem.json', '--out', 'empty.json'], folder);
  expect(begun).toMatchObject({ code: 0, stdout: '' });
  expect((await planIn('empty.json')).reviews.every(({ lead }) => lead === null)).toBe(true);
  const idle = await qar(['edit', 'problem.json', 'empty.json'], folder);
  expect(idle.code).toBe(1);
  expect(idle.stderr).toContain('nothing to do: say what to change with --set or --clear.');
});

test('a plan is changed in the order of the edits; without --out it goes to standard output', async () => {
  await qar(
    ['edit', 'problem.json', '--set', 'R1: L1 2027-01-11 MON_WED', '--out', 'first.json'],
    folder,
  );
  const moved = await qar(
    ['edit', 'problem.json', 'first.json', '--clear', 'R1', '--set', 'R2: L1 2027-01-11 MON_WED'],
    folder,
  );
  expect(moved.code).toBe(0);
  const plan = JSON.parse(moved.stdout) as Plan;
  expect(plan.reviews.map(({ lead }) => lead)).toEqual([null, 'L1']);
  expect(moved.stderr).toContain('gains 2 (1 to 3)');
});

test('a plan that breaks rules is not written, and each is named in words', async () => {
  const both = ['R1', 'R2'].flatMap((review) => ['--set', `${review}: L1 2027-01-11 MON_WED`]);
  const refused = await qar(
    ['edit', 'problem.json', ...both, '--set', 'R2: L1 2027-01-11 WED_FRI', '--out', 'none.json'],
    folder,
  );
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  for (const sentence of [
    'The school of R2 does not accept Wednesday 13 to Friday 15 January 2027.',
    'L1 is not available on Wednesday 13 to Friday 15 January 2027.',
    'L1 has 2 seats in the week of 11 January 2027; one is the most.',
  ]) {
    expect(refused.stderr).toContain(sentence);
  }
  await expect(planIn('none.json')).rejects.toThrow('ENOENT');
});

test('--json answers as data, with the plan where it keeps the rules', async () => {
  const edit = ['edit', 'problem.json', '--json', '--set', 'R1: L1 2027-01-11 MON_WED'];
  const made = await qar([...edit, '--out', 'data.json'], folder);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const answer = JSON.parse(made.stdout) as EffectView & { plan: Plan };
  expect(answer).toMatchObject({
    isLegal: true,
    aims: [{ aim: 'coverage', gain: 1 }, ...Array<object>(6).fill({})],
    reviews: [{ review: 'R1', to: { lead: 'L1' } }],
    people: [{ person: 'L1', after: { led: 1 } }],
    breaches: [],
  });
  expect(answer.plan).toEqual(await planIn('data.json'));
  const broken = await qar([...edit, '--set', 'R2: L1 2027-01-11 MON_WED'], folder);
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.stdout)).toMatchObject({
    isLegal: false,
    breaches: [{ rule: 'oneReviewAWeek' }],
    plan: null,
  });
});

test('what cannot be understood ends with 1 and says why', async () => {
  const refused = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await qar(['edit', 'problem.json', ...args], folder);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await refused('--clear', 'R9')).toContain('there is no review R9');
  expect(await refused('--set', 'R1: L9 2027-01-11 MON_WED')).toContain('there is no person L9');
  await write(folder, 'other.json', { ...smallProblem(), name: 'Another problem' });
  await qar(
    ['edit', 'other.json', '--set', 'R1: L1 2027-01-11 MON_WED', '--out', 'foreign.json'],
    folder,
  );
  expect(
    await qar(['edit', 'problem.json', 'foreign.json', '--clear', 'R1'], folder),
  ).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('foreign.json is a plan of another problem than problem.json'),
  });
});

test('qar places tells who could have a review and what speaks against the others', async () => {
  await qar(['solve', 'problem.json', '--out', 'solved.json'], folder);
  const places = async (...args: string[]): Promise<string> =>
    (await qar(['places', 'problem.json', 'solved.json', ...args], folder)).stdout;
  expect(await places('--review', 'R2')).toContain(
    '1 place permitted, the best first:\n  L1, Monday 11 to Wednesday 13 January 2027 (as it is now). No aim gains or pays.\n',
  );
  expect(await places('--lead', 'L1')).toContain(
    '1 place refused:\n  R1\n    L1 has 2 seats in the week of 11 January 2027; one is the most.\n',
  );
  const [best] = JSON.parse(await places('--review', 'R2', '--json')) as object[];
  expect(best).toMatchObject({ person: 'L1', isNow: true, breaches: [] });
  const neither = await qar(['places', 'problem.json', 'solved.json'], folder);
  expect([neither.code, neither.stderr]).toEqual([
    1,
    'qar: name either a review with --review or a person with --lead.\n',
  ]);
});
