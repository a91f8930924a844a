import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CommandFailure } from './exit-codes.js';
import { writeWholeFiles } from './output-files.js';

const never = new AbortController().signal;
let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qar-output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('replaces a file as a whole and keeps its permissions', async () => {
  await writeFile(at('plan.json'), 'a longer old content');
  await chmod(at('plan.json'), 0o640);
  await writeWholeFiles([{ file: at('plan.json'), content: 'new' }], never);
  expect(await readFile(at('plan.json'), 'utf8')).toBe('new');
  expect((await stat(at('plan.json'))).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['plan.json']);
});

test('leaves everything as it was when one of several files cannot be written', async () => {
  await writeFile(at('plan.json'), 'old');
  const files = [
    { file: at('plan.json'), content: 'new' },
    { file: at('nowhere/plan.csv'), content: 'new' },
  ];
  await expect(writeWholeFiles(files, never)).rejects.toThrow(CommandFailure);
  expect(await readFile(at('plan.json'), 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['plan.json']);
});

test('leaves everything as it was when it is interrupted', async () => {
  await writeFile(at('plan.json'), 'old');
  const files = [{ file: at('plan.json'), content: 'new' }];
  await expect(writeWholeFiles(files, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
    'enough',
  );
  expect(await readFile(at('plan.json'), 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['plan.json']);
});
