import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
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
  await referenceData();
});
afterAll(() => database.drop());

async function referenceData(): Promise<void> {
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon) VALUES
      ('London', 'E12000007', 'H', 51.5, -0.1), ('North East', 'E12000001', 'A', 54.8, -1.5);
    INSERT INTO local_authority (code, name, gias_name, region) VALUES ('202', 'Camden', 'Camden', 'London');
    INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES
      ('NW3', 51.5, -0.1, 'London', 'Camden'), ('NE1', 54.9, -1.6, 'North East', 'Newcastle');
    INSERT INTO need (code, name, broad_area, gias_label) VALUES
      ('ASD', 'Autism', 'C', 'ASD'), ('SEMH', 'Social', 'S', 'SEMH');
    INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on) VALUES
      ('autumn-2026', '2026/27', 'AUTUMN', 'Autumn 2026', '2026-09-01', '2026-12-18'),
      ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-03-25');
    INSERT INTO training_day VALUES ('2026-09-24', 'Training day', 'IN_PERSON');
  `);
}

function csv(name: string, ...lines: string[]): NamedFile {
  return { name, bytes: Buffer.from(lines.join('\n'), 'utf8') };
}

const SCHOOLS = csv(
  'schools.csv',
  'URN,Name,Type,Phase,Trust UID,Trust name,LA code,Needs,Latitude,Longitude',
  '100006,Heath School,Pupil referral unit,AP,,,202,SEMH; ASD,51.55418,-0.16078',
  "100091,=HYPERLINK(),Community special school,Special,2053,'+Trust,202,ASD,,",
);
const LEADS = csv(
  'lead-reviewers.csv',
  'Reference,Name,Email,Postcode,Phases,Needs,Reviews led before,Synthetic',
  'LR-001,Ann O’Neill,ann@example.org,NW3 2NY,Special; Primary,ASD,7,yes',
  'LR-002,-Bo,,NE1,,,0,no',
);

/** One file of every kind, together a small but complete partnership. */
const EVERYTHING: NamedFile[] = [
  SCHOOLS,
  csv('memberships.csv', 'URN,From,To', '100006,01/09/2025,', '100091,2025-09-01,2027-08-31'),
  csv('school-closures.csv', 'URN,From,To,Reason', '100006,2027-02-01,2027-02-02,Boiler'),
  LEADS,
  csv('former-homes.csv', 'Reference,From,To,Postcode', 'LR-001,1900-01-01,2026-03-02,NE1'),
  csv(
    'employment.csv',
    'Reference,From,To,Serving leader,School URN,Trust UID,Employer',
    'LR-001,2026-09-01,,Yes,100091,2053,School',
    'LR-002,2026-09-01,,No,,,Self-employed',
  ),
  csv(
    'standing.csv',
    'Reference,From,To,Standing,Reason',
    'LR-001,2025-09-01,,In the pool,',
    'LR-002,2026-09-01,,IN_INDUCTION,',
  ),
  csv(
    'gates.csv',
    'Reference,Gate,From,To',
    'LR-001,DBS,2025-01-01,2028-01-01',
    'LR-001,Code of conduct,2025-01-01,',
  ),
  csv(
    'training-attendance.csv',
    'Reference,Training day,Outcome,Date',
    'LR-001,24/09/2026,Attended,24/09/2026',
  ),
  csv('induction.csv', 'Reference,Stage,Done on', 'LR-002,Virtual induction,2026-09-10'),
  csv(
    'regions.csv',
    'Reference,Region,From,To,Grade,Reason',
    'LR-001,london,2026-09-01,,Preferred,',
    'LR-002,London,2026-09-01,,No,Too far',
  ),
  csv(
    'conflicts.csv',
    'Reference,Kind,School URN,Trust UID,From,To,Reason',
    'LR-001,Worked at,100006,,2020-01-01,2023-08-31,Deputy head',
    'LR-002,Declared tie,,2053,2026-09-01,,Governor',
  ),
  csv(
    'conflict-overrides.csv',
    'Reference,School URN,From,To,Reason',
    'LR-001,100006,2026-09-01,2027-08-31,Long ago',
  ),
  csv(
    'own-limits.csv',
    'Reference,From,To,Most in a term,Rest reviews,Rest weeks,Furthest km',
    'LR-002,2026-09-01,,3,2,4,150',
  ),
  csv('contracts.csv', 'Reference,Academic year,From,To', 'LR-001,2026/27,2026-09-01,2027-08-31'),
  csv(
    'commitment-overrides.csv',
    'Reference,Academic year,Minimum,Reason,Decided on',
    'LR-001,2026/27,4,Illness,2026-10-01',
  ),
  csv(
    'availability-answers.csv',
    'Term,Reference,Answered on,Default,Ceiling,Note',
    'spring-2027,LR-001,2026-11-20,Available,3,"Two\nlines"',
  ),
  csv(
    'availability-statements.csv',
    'Term,Reference,Number,Kind,Rule,From,To,Week,Window,Grade',
    'spring-2027,LR-001,1,Rule,RRULE:FREQ=WEEKLY;BYDAY=MO,,,,,Unavailable',
    'spring-2027,LR-001,2,Range,,2027-02-01,2027-02-05,,,If needed',
    'spring-2027,LR-001,3,Date,,2027-03-01,,,,Preferred',
    'spring-2027,LR-001,4,Window,,,,2027-01-11,Mon–Wed,Preferred',
  ),
  csv(
    'reviews.csv',
    'Review,URN,Academic year,State,Term,Carried over,Since,Ended by,Reason,Priority,Priority reason',
    'QAR-1,100006,2026/27,Requested,Spring 2027,0,2026-09-01,,,3,Asked twice',
    'QAR-2,100091,2026/27,Cancelled,autumn-2026,0,2026-10-01,School,Ofsted,,',
  ),
  csv(
    'host-answers.csv',
    'Review,Term,Answered on,Any usable window',
    'QAR-1,spring-2027,2026-11-20,No',
  ),
  csv(
    'host-windows.csv',
    'Review,Term,Week,Window,Grade',
    'QAR-1,spring-2027,2027-01-11,Mon-Wed,Preferred',
    'QAR-1,spring-2027,2027-01-18,WED_FRI,Acceptable',
  ),
  csv(
    'seats.csv',
    'Review,Role,Reference,Week,Window,Term,Offered on,Accepted on,Declined on,Withdrawn on,Cancelled on,Ended by,Reason,Led on',
    'QAR-2,Lead,LR-001,2026-10-12,Mon–Wed,autumn-2026,2026-09-20,2026-09-22,,,2026-10-01,School,Ofsted,',
    'QAR-1,Lead,LR-002,2027-01-11,Mon–Wed,spring-2027,2026-12-10,,2026-12-12,,,Lead Reviewer,Away,',
    'QAR-1,Lead,LR-001,2027-01-11,Mon–Wed,spring-2027,2026-12-13,2026-12-14,,,,,,',
  ),
];

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
