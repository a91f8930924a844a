import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { qar, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;
let plan: string;

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await write(folder, 'problem.json', smallProblem());
  await qar(['solve', 'problem.json', '--out', 'plan.json'], folder);
  plan = await readFile(path.join(folder, 'plan.json'), 'utf8');
});
afterAll(() => remove());

test.each<[string, (text: string) => string, string]>([
  [
    'a stated value that differs',
    (text) => text.replace('"aim":"coverage","value":3', '"aim":"coverage","value":4'),
    'coverage',
  ],
  [
    'another problem',
    (text) => text.replace(/"problem": "[0-9a-f]{64}"/, `"problem": "${'0'.repeat(64)}"`),
    'SHA-256',
  ],
  [
    'a person who is not in the problem',
    (text) => text.replace('"lead":"L1"', '"lead":"L9"'),
    'L9',
  ],
])('qar check ends with 1 and says it: %s', async (_, spoil, said) => {
  await write(folder, 'spoilt.json', spoil(plan));
  const checked = await qar(['check', 'problem.json', 'spoilt.json'], folder);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toMatch(/^The plan has \d+ faults?:/);
  expect(checked.stdout).toContain(said);
});

test.each<[string, (text: string) => string, string]>([
  ['cut off', (text) => text.slice(0, 40), 'spoilt.json: line 2, column 39'],
  [
    'an unknown field',
    (text) => text.replace('"status"', '"seed": 1, "status"'),
    'spoilt.json: seed: unknown field',
  ],
  [
    'a date that does not exist',
    (text) => text.replace('"week":"2027-01-11"', '"week":"2027-02-30"'),
    'spoilt.json: reviews[1].week',
  ],
])('qar check ends with 2 for a plan file of the wrong shape: %s', async (_, spoil, fault) => {
  await write(folder, 'spoilt.json', spoil(plan));
  const checked = await qar(['check', 'problem.json', 'spoilt.json'], folder);
  expect(checked).toMatchObject({ code: 2, stdout: '' });
  expect(checked.stderr).toContain(fault);
});

test('qar check ends with 2 for a bad problem file and 1 for a plan that is not there', async () => {
  await write(folder, 'bad.json', { ...smallProblem(), weeks: [] });
  expect(await qar(['check', 'bad.json', 'plan.json'], folder)).toMatchObject({ code: 2 });
  expect(await qar(['check', 'problem.json', 'nowhere.json'], folder)).toMatchObject({ code: 1 });
});
