import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { runCommandLine } from './command-line.js';
import { makeExportCommand } from './export.js';
import { makeImportCommand } from './import.js';

let database: TestDatabase;
let folder: string;
let before: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'qar-exchange-'));
  before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  await rm(folder, { recursive: true });
  await database.drop();
});

async function qar(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [out, err] = [heard(), heard()];
  const code = await runCommandLine(
    args,
    { stdout: out.stream, stderr: err.stream, interrupted: new AbortController().signal },
    [makeImportCommand, makeExportCommand],
  );
  return { code, stdout: out.text(), stderr: err.text() };
}

function heard(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

async function file(name: string, ...lines: string[]): Promise<string> {
  const place = path.join(folder, name);
  await writeFile(place, lines.join('\n'));
  return place;
}

const in_ = (name: string): string => path.join(folder, name);

describe('qar import and qar export', () => {
  it('take in, write out, change nothing the second time, and take back', async () => {
    const people = await file('people.csv', 'Ref no,Who,Postcode', 'LR-1,Ann,NE1 4ST');
    const mapped = ['--kind', 'lead-reviewers', '--map', 'Ref no=Reference', '--map', 'Who=Name'];
    const dryRun = await qar('import', people, ...mapped, '--dry-run', '--changes');
    expect(dryRun.stdout).toContain('lead-reviewers LR-1: new: Reference LR-1; Name Ann');
    expect(dryRun).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('dry run') as unknown,
    });
    const done = await qar('import', people, '--kind', 'lead-reviewers');
    expect(done.stdout).toContain('Lead Reviewers  1 new');
    expect(await qar('export', 'lead-reviewers', '--out', in_('out'))).toMatchObject({ code: 0 });
    expect(await readFile(in_('out/lead-reviewers.csv'), 'utf8')).toContain('LR-1,Ann,,NE1');
    const again = await qar('import', in_('out'));
    expect(again.stdout).toContain('Lead Reviewers  1 as they are\nNothing to write');
    const id = /--undo (\S+)/u.exec(done.stdout)?.[1] ?? '';
    expect(await qar('import', '--undo', id)).toMatchObject({
      code: 0,
      stdout: 'The import of people.csv was taken back.\n',
    });
    const twice = await qar('import', '--undo', id);
    expect([twice.code, twice.stderr]).toEqual([1, 'qar: This import was undone already.\n']);
  });

  it('write one workbook, and an empty one to fill in', async () => {
    expect(await qar('export', '--out', in_('all.xlsx'))).toMatchObject({ code: 0 });
    expect(await qar('export', '--template', '--out', in_('empty.xlsx'))).toMatchObject({
      code: 0,
    });
    const read = await qar('import', in_('empty.xlsx'));
    expect(read).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing to write') as unknown,
    });
  });

  it('end with 2 and every fault where the file is bad', async () => {
    const bad = await file('schools.csv', 'URN,Name,Type,LA code', '1,X,Y,202', '100006,X,Y,999');
    const { code, stderr } = await qar('import', bad);
    expect(code).toBe(2);
    expect(stderr).toContain('schools.csv, row 2, URN, “1”');
    expect(stderr).toContain('1 fault. Nothing was written.');
  });

  it.each([
    ['nothing to import', ['import'], 'name the files'],
    ['a file that is not there', ['import', 'nowhere.csv'], 'does not exist'],
    ['an unknown kind', ['import', 'x.csv', '--kind', 'people'], 'there is no kind “people”'],
    ['half a mapping', ['import', 'x.csv', '--map', 'Who'], 'Their heading=Our heading'],
    ['an import that is not there', ['import', '--undo', 'abc'], 'there is no import abc'],
    ['an unknown kind to write', ['export', 'people', '--out', 'x'], 'there is no kind “people”'],
    ['a template that is no workbook', ['export', '--template', '--out', 'x'], 'end in .xlsx'],
  ])('end with 1 for %s', async (_, args, words) => {
    const { code, stderr } = await qar(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
  });
});
