import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { csv, EVERYTHING, REFERENCE_DATA } from '../../../test/support/whole-partnership.js';
import { ExportsService } from '../exports/exports.service.js';
import { type ImportRefused } from '../import-refused.js';
import { type NamedFile } from '../reading/table.js';
import { kindNamed, recordKinds } from '../record-kinds.js';
import { ImportsService } from './imports.service.js';
import { listChanges, type StoredImport } from './stored-imports.js';

const AUTHOR = 'Test';

let database: TestDatabase;
let imports: ImportsService;
let exports: ExportsService;

beforeAll(async () => {
  database = await createTestDatabase();
  imports = new ImportsService(database.dataSource);
  exports = new ExportsService(database.dataSource);
  await database.dataSource.query(REFERENCE_DATA);
});
afterAll(() => database.drop());

async function take(files: NamedFile[]): Promise<StoredImport> {
  const dryRun = await imports.dryRun(files, { author: AUTHOR });
  const applied = await imports.apply(dryRun.id, AUTHOR);
  if (!applied) throw new Error('The dry run was not found.');
  return applied;
}

async function refusal(work: Promise<unknown>): Promise<ImportRefused> {
  return work.then(
    () => {
      throw new Error('Nothing was refused.');
    },
    (error: unknown) => error as ImportRefused,
  );
}

function changesIn(found: StoredImport): number {
  return found.summary.kinds.reduce(
    (sum, { created, updated, removed }) => sum + created + updated + removed,
    0,
  );
}

async function everyCsv(): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const kind of recordKinds) {
    files.push({ name: `${kind.name}.csv`, bytes: Buffer.from(await exports.csv(kind)) });
  }
  return files;
}

async function texts(): Promise<string> {
  return (await everyCsv()).map(({ bytes }) => Buffer.from(bytes).toString()).join('\n');
}

describe('a whole partnership', () => {
  let whole: StoredImport;

  it('is written in one go, every kind', async () => {
    whole = await take(EVERYTHING);
    expect(whole.summary.kinds.map((each) => each.kind)).toEqual(
      recordKinds.map((each) => each.name),
    );
    expect(changesIn(whole)).toBe(EVERYTHING.reduce((sum, file) => sum + rowsOf(file), 0));
    expect(await exports.csv(kindNamed('seats')!)).toContain(
      'QAR-1,Lead,LR-002,2027-01-11,Mon–Wed,spring-2027,2026-12-10,,2026-12-12,,,Lead Reviewer,Away,',
    );
  });

  it('comes out and goes in again without any difference, as CSV and as a workbook', async () => {
    expect(changesIn(await imports.dryRun(await everyCsv(), { author: AUTHOR }))).toBe(0);
    const workbook = { name: 'all.xlsx', bytes: await exports.workbook() };
    const again = await imports.dryRun([workbook], { author: AUTHOR });
    expect(changesIn(again)).toBe(0);
    expect(again.summary.kinds.map((each) => each.unchanged)).toEqual(
      whole.summary.kinds.map((each) => each.created),
    );
  });

  it('opens the availability round that its answers prove', async () => {
    const rounds = await database.dataSource.query<object[]>(
      'SELECT term_id, opened_on, deadline_at FROM availability_round',
    );
    expect(rounds).toEqual([
      {
        term_id: 'spring-2027',
        opened_on: '2026-11-20',
        deadline_at: new Date('2026-11-21T00:00:00Z'),
      },
    ]);
  });

  it('leaves alone what a file does not mention: rows and columns', async () => {
    const before = await texts();
    const applied = await take([csv('schools.csv', 'URN,Town', '100006,London')]);
    expect(applied.summary.kinds).toMatchObject([{ kind: 'schools', updated: 1, unchanged: 0 }]);
    const after = await texts();
    expect(after).toBe(before.replace('London,,,51.55418', 'London,London,,51.55418'));
    await imports.undo(applied.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it('cuts an earlier period for a new one, shows it, and gives it back', async () => {
    const before = await texts();
    const file = csv(
      'standing.csv',
      'Reference,From,To,Standing,Reason',
      'LR-001,2027-02-01,2027-02-28,Paused,Ill',
    );
    const dryRun = await imports.dryRun([file], { author: AUTHOR });
    const changes = await listChanges(database.dataSource.manager, dryRun.id, 0, 10);
    expect(
      changes.map(({ key, before: was, after }) => [key, was?.To ?? null, after?.To ?? null]),
    ).toEqual([
      ['LR-001 · 2027-02-01', null, '2027-02-28'],
      ['LR-001 · 2025-09-01', null, '2027-01-31'],
      ['LR-001 · 2027-03-01', null, null],
    ]);
    await imports.apply(dryRun.id, AUTHOR);
    expect(await exports.csv(kindNamed('standing')!)).toContain(
      'LR-001,2025-09-01,2027-01-31,In the pool',
    );
    await imports.undo(dryRun.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it('corrects answers, seats and reviews, and takes each correction back', async () => {
    const before = await texts();
    const applied = await take([
      csv(
        'host-windows.csv',
        'Review,Term,Week,Window,Grade,Remove',
        'QAR-1,spring-2027,2027-01-18,Wed–Fri,,yes',
        'QAR-1,spring-2027,2027-01-25,Wed–Fri,Preferred,',
      ),
      csv('availability-answers.csv', 'Term,Reference,Ceiling', 'spring-2027,LR-001,2'),
      csv(
        'seats.csv',
        'Review,Role,Reference,Week,Led on',
        'QAR-1,Lead,LR-001,2027-01-11,2027-01-13',
      ),
      csv(
        'reviews.csv',
        'Review,State,Since,Priority,Priority reason',
        'QAR-1,Confirmed,2026-12-14,,',
      ),
    ]);
    expect(changesIn(applied)).toBe(5);
    expect(await exports.csv(kindNamed('availability-statements')!)).toContain(
      'spring-2027,LR-001,4,Window',
    );
    expect(await texts()).not.toBe(before);
    await imports.undo(applied.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it.each(['2026-09-15', '2026-08-15'])(
    'moves only the day since which a state holds, to %s, and back',
    async (day) => {
      const before = await texts();
      const file = csv('reviews.csv', 'Review,Since', `QAR-1,${day}`);
      const applied = await take([file]);
      expect(await exports.csv(kindNamed('reviews')!)).toContain(`spring-2027,0,${day}`);
      expect(changesIn(await imports.dryRun([file], { author: AUTHOR }))).toBe(0);
      await imports.undo(applied.id, AUTHOR);
      expect(await texts()).toBe(before);
    },
  );

  it('keeps as corrected only what a file corrects: other events of the seat stay as recorded', async () => {
    const before = await texts();
    const corrected = (): Promise<{ kind: string; day: string }[]> =>
      database.dataSource.query(
        `SELECT e.kind, e.on_date::text AS day FROM seat_event e JOIN seat s ON s.id = e.seat_id
         JOIN review r ON r.id = s.review_id JOIN lead_reviewer l ON l.id = s.lead_id
         WHERE r.code = 'QAR-1' AND l.code = 'LR-002' AND e.superseded_at IS NOT NULL
         ORDER BY e.superseded_at, e.kind`,
      );
    const earlier = await corrected();
    const correction = csv(
      'seats.csv',
      'Review,Role,Reference,Week,Declined on',
      'QAR-1,Lead,LR-002,2027-01-11,2026-12-11',
    );
    const applied = await take([correction]);
    expect(await corrected()).toEqual([...earlier, { kind: 'DECLINED', day: '2026-12-12' }]);
    expect(changesIn(await imports.dryRun([correction], { author: AUTHOR }))).toBe(0);
    await imports.undo(applied.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it('passes a seat from one person to the next, and back', async () => {
    const before = await texts();
    const applied = await take([
      csv(
        'seats.csv',
        'Review,Role,Reference,Week,Window,Term,Declined on,Withdrawn on,Ended by,Reason',
        'QAR-1,Lead,LR-002,2027-01-11,Mon–Wed,spring-2027,,,,',
        'QAR-1,Lead,LR-001,2027-01-11,Mon–Wed,spring-2027,,2026-12-20,Lead Reviewer,Ill',
      ),
    ]);
    expect(applied.summary.kinds).toMatchObject([{ updated: 2 }]);
    await imports.undo(applied.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it('moves a seat to another window as another seat, and keeps the earlier one on record', async () => {
    const before = await texts();
    const seats = (): Promise<{ window: string; isOpen: boolean }[]> =>
      database.dataSource.query(
        `SELECT s.review_window AS "window", s.is_open AS "isOpen" FROM seat s JOIN review r ON r.id = s.review_id
         JOIN lead_reviewer l ON l.id = s.lead_id WHERE r.code = 'QAR-1' AND l.code = 'LR-001' ORDER BY s.recorded_at`,
      );
    const earlier = await seats();
    const applied = await take([
      csv('seats.csv', 'Review,Role,Reference,Week,Window', 'QAR-1,Lead,LR-001,2027-01-11,Wed–Fri'),
    ]);
    expect(applied.summary.kinds).toMatchObject([{ updated: 1, created: 0 }]);
    expect(await seats()).toEqual([
      ...earlier.map(({ window }) => ({ window, isOpen: false })),
      { window: 'WED_FRI', isOpen: true },
    ]);
    expect(await exports.csv(kindNamed('seats')!)).toContain(
      '2027-01-11,Wed–Fri,spring-2027,2026-12-13',
    );
    await imports.undo(applied.id, AUTHOR);
    expect(await texts()).toBe(before);
  });

  it('is refused when the data has changed since the dry run', async () => {
    const dryRun = await imports.dryRun([csv('schools.csv', 'URN,Town', '100006,Camden')], {
      author: AUTHOR,
    });
    const other = await take([csv('schools.csv', 'URN,Town', '100006,Hampstead')]);
    const refused = await refusal(imports.apply(dryRun.id, AUTHOR));
    expect(refused.code).toBe('DATA_CHANGED');
    await imports.undo(other.id, AUTHOR);
  });

  it('is not undone over a later change, and says over which', async () => {
    const first = await take([csv('schools.csv', 'URN,Town', '100006,Camden')]);
    const second = await take([csv('schools.csv', 'URN,Town', '100006,Hampstead')]);
    const refused = await refusal(imports.undo(first.id, AUTHOR));
    expect(refused.message).toContain('Schools: 100006');
    await imports.undo(second.id, AUTHOR);
    await imports.undo(first.id, AUTHOR);
    expect((await refusal(imports.undo(first.id, AUTHOR))).code).toBe('NOT_APPLIED');
  });

  it('is applied once', async () => {
    const applied = await take([csv('schools.csv', 'URN,Town', '100006,Camden')]);
    expect((await refusal(imports.apply(applied.id, AUTHOR))).code).toBe('NOT_A_DRY_RUN');
    await imports.undo(applied.id, AUTHOR);
  });

  it('is applied once also when two people press at the same moment', async () => {
    const dryRun = await imports.dryRun([csv('schools.csv', 'URN,Town', '100006,Camden')], {
      author: AUTHOR,
    });
    const ends = await Promise.allSettled([
      imports.apply(dryRun.id, AUTHOR),
      imports.apply(dryRun.id, AUTHOR),
      imports.apply(dryRun.id, AUTHOR),
    ]);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const end of ends) {
      if (end.status === 'rejected') {
        expect((end.reason as ImportRefused).code).toBe('NOT_A_DRY_RUN');
      }
    }
    await imports.undo(dryRun.id, AUTHOR);
  });

  it('keeps what the rules of the database forbid out, already in the dry run', async () => {
    const refused = await refusal(
      imports.dryRun(
        [
          csv(
            'seats.csv',
            'Review,Role,Reference,Week,Window,Term',
            'QAR-1,Shadow,LR-001,2027-01-11,Mon–Wed,spring-2027',
          ),
        ],
        { author: AUTHOR },
      ),
    );
    expect(refused.message).toContain('one person would hold two seats in the same week');
    const shadows: unknown[] = await database.dataSource.query(
      `SELECT 1 FROM seat WHERE role = 'SHADOW'`,
    );
    expect(shadows).toEqual([]);
  });

  it('refuses to remove what is still in use', async () => {
    const refused = await refusal(
      imports.dryRun([csv('lead-reviewers.csv', 'Reference,Remove', 'LR-001,yes')], {
        author: AUTHOR,
      }),
    );
    expect(refused.code).toBe('STILL_IN_USE');
    expect(refused.message).toContain('LR-001 cannot be taken off');
  });

  it('makes one import of a request that is sent twice', async () => {
    const file = csv('schools.csv', 'URN,Town', '100006,Camden');
    const options = { author: AUTHOR, idempotencyKey: 'key-1' };
    const [first, second] = [
      await imports.dryRun([file], options),
      await imports.dryRun([file], options),
    ];
    expect(second.id).toBe(first.id);
    const other = csv('schools.csv', 'URN,Town', '100006,Kentish Town');
    expect((await refusal(imports.dryRun([other], options))).code).toBe('KEY_REUSED');
  });

  it('makes a fresh one under the same key when the data have changed before it was applied', async () => {
    const file = csv('schools.csv', 'URN,Town', '100006,Chalk Farm');
    const options = { author: AUTHOR, idempotencyKey: 'key-2' };
    const stale = await imports.dryRun([file], options);
    const other = await take([csv('schools.csv', 'URN,Town', '100006,Camden')]);
    const fresh = await imports.dryRun([file], options);
    expect(fresh.id).not.toBe(stale.id);
    await imports.apply(fresh.id, AUTHOR);
    expect((await imports.dryRun([file], options)).state).toBe('APPLIED');
    await imports.undo(fresh.id, AUTHOR);
    await imports.undo(other.id, AUTHOR);
  });

  it('leaves a trace of every change, without personal data', async () => {
    const entries = await database.dataSource.query<
      { subject_id: string; after: Record<string, unknown> }[]
    >(`SELECT subject_id, after FROM audit_entry WHERE subject = 'lead-reviewers' ORDER BY id`);
    expect(entries.map((entry) => entry.subject_id)).toEqual(['LR-001', 'LR-002']);
    expect(Object.keys(entries[0]!.after).sort()).toEqual([
      'Needs',
      'Phases',
      'Reference',
      'Reviews led before',
      'Synthetic',
    ]);
  });

  it('is undone as a whole', async () => {
    const undone = await imports.undo(whole.id, AUTHOR);
    expect(undone?.state).toBe('UNDONE');
    const lines = (await everyCsv()).map(rowsOf);
    expect(lines.every((count) => count === 0)).toBe(true);
  });

  it('can be taken in again after it was undone', async () => {
    const again = await take(EVERYTHING);
    expect(changesIn(again)).toBe(changesIn(whole));
    expect(changesIn(await imports.dryRun(await everyCsv(), { author: AUTHOR }))).toBe(0);
    await imports.undo(again.id, AUTHOR);
  });
});

function rowsOf(file: NamedFile): number {
  const quotesPaired = Buffer.from(file.bytes)
    .toString()
    .replace(/"[^"]*"/gu, '""');
  return quotesPaired.trim().split('\n').length - 1;
}
