import { readdir, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Plan } from '../../src/solver/plan.js';
import { qar, slowProblem, smallProblem, workFolder, write } from './qar.js';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await workFolder()));
afterAll(() => remove());

const planIn = async (name: string): Promise<Plan> =>
  JSON.parse(await readFile(path.join(folder, name), 'utf8')) as Plan;
const exists = async (name: string): Promise<boolean> => (await readdir(folder)).includes(name);

describe('qar solve', () => {
  test('writes the plan, the workbook and the CSV, and the plan passes qar check', async () => {
    const problem = await write(folder, 'problem.json', smallProblem());
    const solved = await qar(
      [
        'solve',
        problem,
        '--out',
        'plan.json',
        '--xlsx',
        'plan.xlsx',
        '--csv',
        'plan.csv',
        '--engine',
        'milp',
      ],
      folder,
    );
    expect(solved).toMatchObject({ code: 0, stdout: '' });
    expect(solved.stderr).toMatch(
      /^aim 1 of 7, coverage: value 3, bound 3, gap 0, proven, elapsed \d+\.\d s$/m,
    );
    expect(solved.stderr).toContain('Proven optimal and checked: 1 of 2 reviews has a lead.');
    const plan = await planIn('plan.json');
    expect(plan.status).toBe('OPTIMAL');
    expect(plan.reviews.map(({ lead }) => lead)).toEqual([null, 'L1']);
    expect(await readFile(path.join(folder, 'plan.csv'), 'utf8')).toContain(
      '2027-01-11,2027-01-11,2027-01-13,London,special,,L1,',
    );
    expect((await readFile(path.join(folder, 'plan.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const checked = await qar(['check', problem, 'plan.json'], folder);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toMatch(/coverage +3 +proven/);
  });

  test('writes the same plan to standard output without --out', async () => {
    const problem = await write(folder, 'stdout.json', smallProblem());
    const first = await qar(['solve', problem], folder);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({ status: 'OPTIMAL' });
    expect((await qar(['solve', problem], folder)).stdout).toBe(first.stdout);
  });

  test('ends with 3 and still writes the file where no plan keeps the pins', async () => {
    const pins = [
      { review: 'R1', lead: 'L1' },
      { review: 'R2', lead: 'L1' },
    ];
    const problem = await write(folder, 'pinned.json', { ...smallProblem(), pins });
    const solved = await qar(
      ['solve', problem, '--out', 'none.json', '--xlsx', 'none.xlsx'],
      folder,
    );
    expect(solved.code).toBe(3);
    expect(solved.stderr).toContain('pins[1] (review R2, lead L1), against “');
    expect(await planIn('none.json')).toMatchObject({ status: 'INFEASIBLE' });
    expect(await exists('none.xlsx')).toBe(false);
    expect(await qar(['check', problem, 'none.json'], folder)).toMatchObject({ code: 0 });
  });

  test('follows a link to its file, and leaves no link broken', async () => {
    const problem = await write(folder, 'linked.json', smallProblem());
    await write(folder, 'real-plan.json', 'old');
    await symlink('real-plan.json', path.join(folder, 'link.json'));
    expect(await qar(['solve', problem, '--out', 'link.json'], folder)).toMatchObject({ code: 0 });
    expect(await planIn('real-plan.json')).toMatchObject({ status: 'OPTIMAL' });
  });

  test('writes to a device without replacing it', async () => {
    const problem = await write(folder, 'device.json', smallProblem());
    expect(await qar(['solve', problem, '--out', '/dev/null'], folder)).toMatchObject({ code: 0 });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('a bad problem file ends with 2, names the field and writes nothing', () => {
  const small = JSON.stringify(smallProblem());
  test.each([
    [
      'unknown field',
      small.replace('"isNew"', '"isOld":1,"isNew"'),
      'leads[0].isOld: unknown field',
    ],
    ['repeated id', small.replace('"R2"', '"R1"'), 'reviews[1].id: "R1" repeats'],
    [
      'unknown week',
      small.replace('"windows":[{"week":"2027-01-11"', '"windows":[{"week":"2027-01-18"'),
      'reviews[0].windows[0].week',
    ],
    [
      'pin on an unknown review',
      small.replace('"pins":[]', '"pins":[{"review":"R9"}]'),
      'pins[0].review: "R9"',
    ],
    ['NaN', small.replace('"lat":51.5', '"lat":NaN'), 'line 1, column '],
    [
      '1e308',
      small.replace('"priority":3', '"priority":1e308'),
      'reviews[1].priority: found 1e+308',
    ],
    [
      'wrong date',
      small.replace('"weeks":["2027-01-11"', '"weeks":["2027-02-29"'),
      'weeks[0]: found "2027-02-29"',
    ],
    [
      'string for a number',
      small.replace('"lat":51.5', '"lat":"51.5"'),
      'leads[0].home.lat: found "51.5"',
    ],
    ['cut off', small.slice(0, 200), 'line 1, column 201: the file is not JSON'],
    ['empty', '', 'line 1, column 1: the file is empty.'],
    ['50 MB of open brackets', '['.repeat(50_000_000), 'line 1, column 50000001'],
    [
      '50 MB of nesting',
      '['.repeat(25_000_000) + ']'.repeat(25_000_000),
      'the file: found a list of 1',
    ],
  ])('%s', async (_, content, fault) => {
    const problem = await write(folder, 'bad.json', content);
    const ended = await qar(['solve', problem, '--out', 'bad-plan.json'], folder);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(`bad.json: ${fault}`);
    expect(await exists('bad-plan.json')).toBe(false);
  });
});

describe('anything else ends with 1', () => {
  test.each<[string, string[], string]>([
    ['no command', [], 'Usage: qar'],
    ['an unknown command', ['resolve'], "unknown command 'resolve'"],
    ['no file', ['solve'], "missing required argument 'problem.json'"],
    ['one file too many', ['solve', 'a', 'b'], 'too many arguments'],
    ['an unknown option', ['solve', 'a', '--fast'], "unknown option '--fast'"],
    ['an unknown engine', ['solve', 'a', '--engine', 'magic'], 'Allowed choices are network, milp'],
    [
      'work that is no number',
      ['solve', 'a', '--max-work', '-1'],
      'Write a whole number of 1 or more',
    ],
    [
      'a file that is not there',
      ['solve', 'missing.json'],
      'missing.json cannot be read: it, or a folder',
    ],
    ['a folder as file', ['solve', '.'], 'it is a folder'],
    [
      'a folder that is not there',
      ['solve', 'ok.json', '--out', 'no/plan.json'],
      'no/plan.json cannot be written',
    ],
    [
      'a folder as result',
      ['solve', 'ok.json', '--out', '.'],
      '. cannot be written: it is a folder',
    ],
    [
      'the plan over the problem',
      ['solve', 'ok.json', '--out', './ok.json'],
      'is also the problem file',
    ],
    [
      'two results in one file',
      ['solve', 'ok.json', '--out', 'x', '--csv', 'x'],
      'is also another result',
    ],
  ])('%s', async (_, args, message) => {
    await write(folder, 'ok.json', smallProblem());
    const ended = await qar(args, folder);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(message);
    expect(ended.stdout).toBe('');
  });
});

describe('qar solve, interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends with 130 and writes nothing',
    async (signal) => {
      const problem = await write(folder, 'slow.json', slowProblem());
      let sent = false;
      const ended = await qar(
        ['solve', problem, '--out', 'slow-plan.json'],
        folder,
        (child, said) => {
          if (sent || !said.includes('aim 1 of 7')) return;
          sent = true;
          child.kill(signal);
        },
      );
      expect(ended.stderr).toContain('Interrupted. Nothing was written.');
      expect(ended).toMatchObject({ code: 130, stdout: '' });
      expect((await readdir(folder)).filter((name) => name.includes('slow-plan'))).toEqual([]);
    },
  );
});

test('--max-work stops early with a plan that passes the check', async () => {
  const problem = await write(folder, 'limited.json', slowProblem());
  const solved = await qar(
    ['solve', problem, '--out', 'limited-plan.json', '--max-work', '1'],
    folder,
  );
  expect(solved.code).toBe(0);
  expect(solved.stderr).toContain('Stopped early, checked, not proven optimal');
  expect(await planIn('limited-plan.json')).toMatchObject({ status: 'FEASIBLE' });
  expect(await qar(['check', problem, 'limited-plan.json'], folder)).toMatchObject({ code: 0 });
});

test.each([[['--help']], [['solve', '--help']], [['check', '--help']]])(
  'qar %j explains itself',
  async (args) => {
    const ended = await qar(args, folder);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^Usage: qar/);
    expect(ended.stdout).toContain('Exit codes:');
  },
);
