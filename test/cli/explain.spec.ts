import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { qar, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await write(folder, 'problem.json', smallProblem());
  await qar(['solve', 'problem.json', '--out', 'plan.json'], folder);
  await write(folder, 'other.json', { ...smallProblem(), name: 'Another' });
});
afterAll(() => remove());

const files = ['problem.json', 'plan.json'];

test('qar why says what speaks for a lead and what they are worth', async () => {
  const { code, stdout } = await qar(['why', ...files, 'R2'], folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^R2 on Monday 11 to Wednesday 13 January 2027: why L1\n\n/);
  expect(stdout).toContain('Nobody else may lead it.');
  const json = await qar(['why', ...files, 'R2', '--json'], folder);
  expect(JSON.parse(json.stdout)).toMatchObject({ review: 'R2', lead: 'L1', nextBest: null });
});

test('qar why-not gives the price of giving somebody a seat, or the rules in the way', async () => {
  const { stdout } = await qar(['why-not', ...files, 'R1', 'L1'], folder);
  expect(stdout).toMatch(/^R1: why not L1\n\n {2}L1 may lead the school of R1\./);
  expect(stdout).toContain('The school of R2 loses its lead, L1');
  const shadow = await qar(['why-not', ...files, 'R1', 'L1', '--seat', 'SHADOW', '--json'], folder);
  expect(JSON.parse(shadow.stdout)).toMatchObject({ role: 'SHADOW', isPermitted: false });
  expect((await qar(['why-not', ...files, 'R2', 'L1'], folder)).stdout).toMatch(/^R2: L1\n/);
});

test('a plan that names a stranger is refused, naming the row and what to do', async () => {
  const plan = await readFile(path.join(folder, 'plan.json'), 'utf8');
  await writeFile(path.join(folder, 'strange.json'), plan.replace('"lead":"L1"', '"lead":"L99"'));
  const commands = [
    ['why', 'R2'],
    ['why-not', 'R2', 'L1'],
    ['edit', '--clear', 'R1'],
  ];
  for (const [command = '', ...rest] of commands) {
    const { code, stderr } = await qar([command, 'problem.json', 'strange.json', ...rest], folder);
    expect({ command, code }).toEqual({ command, code: 2 });
    expect(stderr).toContain('strange.json is no plan of problem.json.');
    expect(stderr).toContain('Review "R2": "L99" is not a person of the problem.');
  }
});

test('qar candidates ranks people for a review, and tells each price on stderr as it comes', async () => {
  const { code, stdout, stderr } = await qar(['candidates', ...files, '--review', 'R1'], folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^R1: who could lead it\n\nPermitted, best first:\n {2}1\. L1, /);
  expect(stderr).toBe('1 price to work out …\n  1 of 1: L1, R1\n');
});

test('qar candidates ranks reviews for a window of somebody', async () => {
  const window = ['--lead', 'L1', '--week', '2027-01-11', '--window', 'MON_WED'];
  const { stdout } = await qar(['candidates', ...files, ...window], folder);
  expect(stdout).toContain('L1: what they could lead on Monday 11 to Wednesday 13 January 2027');
  expect(stdout).toMatch(/1\. R2, as in this plan/);
  const json = await qar(['candidates', ...files, ...window, '--json'], folder);
  const { permitted } = JSON.parse(json.stdout) as { permitted: { review: string }[] };
  expect(permitted.map(({ review }) => review)).toEqual(['R2', 'R1']);
  const away = await qar(['candidates', ...files, ...window.slice(0, -1), 'WED_FRI'], folder);
  expect(away.stdout).toContain('The rules permit no review.');
});

test.each<[number, string[], string]>([
  [1, ['why', ...files, 'R9'], 'there is no review R9 in problem.json. It has R1, R2.'],
  [1, ['why', ...files, 'R1'], 'qar candidates problem.json plan.json --review R1'],
  [1, ['why-not', ...files, 'R1', 'L9'], 'there is no person L9 in problem.json'],
  [1, ['candidates', ...files], 'say either --review, or --lead'],
  [1, ['candidates', ...files, '--review', 'R1', '--lead', 'L1'], 'say either --review'],
  [1, ['candidates', ...files, '--lead', 'L1', '--week', 'soon'], 'Write a date'],
  [
    1,
    ['candidates', ...files, '--lead', 'L1', '--week', '2027-05-03', '--window', 'MON_WED'],
    'there is no school week of 3 May 2027',
  ],
  [2, ['why', 'other.json', 'plan.json', 'R2'], 'is a plan of another problem'],
  [2, ['why', 'plan.json', 'plan.json', 'R2'], 'plan.json: '],
])('ends with %i and says what to do: %j', async (code, args, said) => {
  const ended = await qar(args, folder);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(said);
});
