import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Preflight } from '../../src/solver/preflight/preflight.js';
import { qar, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await write(folder, 'problem.json', smallProblem());
});
afterAll(() => remove());

test('qar preflight says in words what no plan can cover, and shows supply against demand', async () => {
  const { code, stdout, stderr } = await qar(['preflight', 'problem.json'], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(
    'No plan covers more than 1 of 2 reviews: at least 1 goes without a lead.',
  );
  expect(stdout).toContain('Only L1 could lead any of them, and at most 1.');
  expect(stdout).toContain(
    '  What can be done:\n  - Ask one of the schools or L1 for another week.\n',
  );
  expect(stdout).toMatch(/Week of 11 January 2027 +2 +2 +2 +2\.0 +1 +1 {2}short/);
  expect(stdout).toMatch(/Reviews with a lead +1 of 2 {3}1 person\n/);
  expect(stdout).toMatch(/London +2 +1 +1 +1 {2}short/);
});

test('qar preflight --json gives all that was found', async () => {
  const { code, stdout } = await qar(['preflight', 'problem.json', '--json'], folder);
  expect(code).toBe(0);
  expect(JSON.parse(stdout) as Preflight).toMatchObject({
    coverage: { due: { reviews: 2, priority: 4 }, most: { reviews: 1, priority: 3 } },
    shortages: [{ reviews: ['R1', 'R2'], people: [{ lead: 'L1', limit: 'WEEKS' }] }],
  });
});

test('qar preflight says of a school that it accepts no window', async () => {
  const { reviews, ...rest } = smallProblem();
  const silent = reviews.map((review) => ({ ...review, windows: [] }));
  await write(folder, 'silent.json', { ...rest, reviews: silent });
  const { stdout } = await qar(['preflight', 'silent.json'], folder);
  expect(stdout).toContain('  The school of R1\n    The school accepts no window of the term.\n');
  expect(stdout).toContain('Ask the school for a window in which reviews can be led.');
});

test('qar preflight ends with 2 for a bad file and names the field', async () => {
  await write(folder, 'bad.json', { ...smallProblem(), weeks: ['2027-01-12'] });
  const { code, stderr } = await qar(['preflight', 'bad.json'], folder);
  expect(code).toBe(2);
  expect(stderr).toContain('bad.json: weeks[0]');
});
