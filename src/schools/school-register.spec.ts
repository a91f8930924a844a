import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import {
  changeTermDates,
  openAcademicYear,
  termById,
  termsOf,
} from '../calendar/academic-years.js';
import { bankHolidays, schoolCalendars, storeYearDates } from '../calendar/school-calendars.js';
import { addTrainingDay, removeTrainingDay, trainingDays } from '../calendar/training-days.js';
import { closures, declareClosure, withdrawClosure } from './closures.js';
import { giasKnowledge } from './gias.js';
import { admit, dismiss, membersWithin, membershipsOf } from './membership.js';
import { loadReferenceData } from './reference-data.js';
import { changeSchool, currentSchools, schoolByUrn, upsertSchool } from './school-register.js';
import type { SchoolRecord } from './school-record.js';
import { termCalendar } from './term-calendar.js';
import { urnFamilies, urnFamily } from './urn-families.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadReferenceData(database.dataSource);
});
afterAll(() => database.drop());

const author = 'Operations';
let lastUrn = 100_000;
let urn: string;

beforeEach(() => {
  lastUrn += 1;
  urn = String(lastUrn);
});

function school(changes: Partial<SchoolRecord> = {}): SchoolRecord {
  return {
    urn,
    name: 'Oak School',
    type: 'Community school',
    phase: 'PRIMARY',
    trust: null,
    laCode: '202',
    region: 'London',
    town: null,
    postcode: null,
    lat: 51.5,
    lon: -0.1,
    needs: ['ASD'],
    needsInvented: false,
    status: 'OPEN',
    openedOn: null,
    closedOn: null,
    ...changes,
  };
}

async function traces(subjectId: string): Promise<string[]> {
  const rows = await database.dataSource.query<{ action: string }[]>(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

describe('reference data', () => {
  test('has every row of the open data, and loading it twice at once changes nothing', async () => {
    const { dataSource } = database;
    const count = async (): Promise<unknown> =>
      dataSource.query(`SELECT (SELECT count(*) FROM region) AS regions,
        (SELECT count(*) FROM local_authority) AS authorities, (SELECT count(*) FROM need) AS needs,
        (SELECT count(*) FROM postcode_district) AS districts, (SELECT count(*) FROM half_term) AS halves,
        (SELECT count(*) FROM calendar_inset_day) AS insets, (SELECT count(*) FROM bank_holiday) AS holidays,
        (SELECT count(*) FROM audit_entry) AS traces,
        (SELECT array_agg(name ORDER BY name) FROM region WHERE is_priority) AS priority`);
    const before = await count();
    expect(before).toMatchObject([
      {
        regions: 9,
        authorities: 153,
        needs: 12,
        districts: 2193,
        halves: 65,
        insets: 38,
        holidays: 32,
      },
    ]);
    expect(before).toMatchObject([{ priority: ['North East', 'South East'] }]);
    await Promise.all([loadReferenceData(dataSource), loadReferenceData(dataSource)]);
    expect(await count()).toEqual(before);
  });

  test('does not bring back what operations removed, nor undo a changed term', async () => {
    const { manager } = database.dataSource;
    await removeTrainingDay(manager, '2026-09-24', author);
    const dates = { startsOn: '2026-09-02', endsOn: '2026-12-18' };
    await changeTermDates(manager, 'autumn-2026', 1, dates, author);
    await loadReferenceData(database.dataSource);
    expect(await trainingDays(manager)).toEqual([
      { date: '2027-01-07', title: 'Training day', mode: 'ONLINE' },
    ]);
    expect(await termById(manager, 'autumn-2026')).toMatchObject({ ...dates, version: 2 });
    const back = { date: '2026-09-24', title: 'Training day', mode: 'IN_PERSON' } as const;
    await addTrainingDay(manager, back, author);
    await expect(addTrainingDay(manager, back, author)).rejects.toMatchObject({
      code: 'ALREADY_THERE',
    });
  });
});

describe('academic years and terms', () => {
  const next = {
    id: '2027/28',
    startsOn: '2027-09-01',
    endsOn: '2028-08-31',
    terms: [
      { season: 'AUTUMN', startsOn: '2027-09-01', endsOn: '2027-12-17' },
      { season: 'SPRING', startsOn: '2028-01-04', endsOn: '2028-04-07' },
      { season: 'SUMMER', startsOn: '2028-04-24', endsOn: '2028-07-21' },
    ],
  } as const;

  test('a year opens once, with terms named by their season and calendar year', async () => {
    await database.dataSource.transaction((manager) => openAcademicYear(manager, next, author));
    const terms = await termsOf(database.dataSource.manager, '2027/28');
    expect(terms.map(({ id, name }) => [id, name])).toEqual([
      ['autumn-2027', 'Autumn 2027'],
      ['spring-2028', 'Spring 2028'],
      ['summer-2028', 'Summer 2028'],
    ]);
    expect(await traces('2027/28')).toEqual(['academic year opened']);
    const again = database.dataSource.transaction((manager) =>
      openAcademicYear(manager, next, author),
    );
    await expect(again).rejects.toMatchObject({ code: 'ALREADY_THERE', status: 409 });
  });

  test('terms that leave their year, run backwards or overlap are refused', async () => {
    const { manager } = database.dataSource;
    const version = (await termById(manager, 'summer-2027')).version;
    const change = (startsOn: string, endsOn: string): Promise<unknown> =>
      changeTermDates(manager, 'summer-2027', version, { startsOn, endsOn }, author);
    await expect(change('2027-04-12', '2027-09-01')).rejects.toMatchObject({
      code: 'TERM_OUTSIDE_YEAR',
    });
    await expect(change('2027-07-21', '2027-04-12')).rejects.toMatchObject({
      code: 'TERM_OUTSIDE_YEAR',
    });
    await expect(change('2027-03-25', '2027-07-21')).rejects.toMatchObject({
      code: 'DATES_OVERLAP',
    });
    const stale = changeTermDates(
      manager,
      'summer-2027',
      version + 1,
      { startsOn: '2027-04-13', endsOn: '2027-07-21' },
      author,
    );
    await expect(stale).rejects.toMatchObject({ code: 'CHANGED_SINCE', status: 412 });
  });

  test('a calendar’s dates of a year are replaced as a whole, and other years stay', async () => {
    const { manager } = database.dataSource;
    const store = (endsOn: string, insetDays: string[]): Promise<void> =>
      storeYearDates(
        manager,
        {
          calendar: { id: 'medway-gordons', name: 'Gordons', source: 'Entered by operations' },
          academicYear: '2026/27',
          halfTerms: [{ number: 1, name: 'Autumn 1', startsOn: '2026-09-03', endsOn }],
          insetDays,
        },
        author,
      );
    await store('2026-10-16', ['2026-09-28']);
    const stored = (await schoolCalendars(manager)).get('medway-gordons');
    expect(stored?.halfTerms).toEqual([
      {
        academicYear: '2026/27',
        number: 1,
        name: 'Autumn 1',
        startsOn: '2026-09-03',
        endsOn: '2026-10-16',
      },
    ]);
    expect(stored?.insetDays).toEqual(new Set(['2026-09-28']));
    await expect(store('2026-09-01', [])).rejects.toMatchObject({ code: 'HALF_TERMS_OVERLAP' });
    expect((await bankHolidays(manager)).get('2027-03-26')).toBe('Good Friday');
  });
});

describe('the register', () => {
  test('a school is added once, then changed only where it differs, each with its trace', async () => {
    const { manager } = database.dataSource;
    const record = school({ trust: { uid: '2044', name: 'A Trust' }, predecessorUrns: ['199999'] });
    expect(await upsertSchool(manager, record, author)).toBe('created');
    expect(await upsertSchool(manager, record, author)).toBe('unchanged');
    expect(await schoolByUrn(manager, urn)).toMatchObject({
      ...record,
      calendarId: null,
      version: 1,
    });
    const renamed = school({ name: 'Ash School', trust: { uid: '2044', name: 'A Trust' } });
    expect(await upsertSchool(manager, renamed, author)).toBe('updated');
    // The register of the Department knows no predecessors: what is known stays.
    expect(await schoolByUrn(manager, urn)).toMatchObject({
      predecessorUrns: ['199999'],
      version: 2,
    });
    expect(await traces(urn)).toEqual(['school added', 'school changed']);
    const [trace] = await manager.query<object[]>(
      `SELECT before, after FROM audit_entry WHERE action = 'school changed' AND subject_id = $1`,
      [urn],
    );
    expect(trace).toEqual({ before: { name: 'Oak School' }, after: { name: 'Ash School' } });
  });

  test('a change from an old version is refused', async () => {
    const { manager } = database.dataSource;
    await upsertSchool(manager, school(), author);
    const { version, ...known } = await schoolByUrn(manager, urn);
    await changeSchool(manager, { ...known, town: 'Leeds' }, version, author);
    const late = changeSchool(manager, { ...known, town: 'York' }, version, author);
    await expect(late).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
    const lateAlike = changeSchool(manager, { ...known, town: 'Leeds' }, version, author);
    await expect(lateAlike).rejects.toMatchObject({ code: 'CHANGED_SINCE' });
    expect((await currentSchools(manager, [urn])).get(urn)).toMatchObject({ town: 'Leeds' });
  });

  test('a school taken off the register comes back as it is told, not as it was', async () => {
    const { manager } = database.dataSource;
    await upsertSchool(manager, school({ town: 'Leeds' }), author);
    await manager.query('UPDATE school SET removed_at = now() WHERE urn = $1', [urn]);
    await expect(schoolByUrn(manager, urn)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await upsertSchool(manager, school(), author)).toBe('created');
    expect(await schoolByUrn(manager, urn)).toMatchObject({ town: null, version: 2 });
  });

  test('families follow predecessors and successors', async () => {
    const { manager } = database.dataSource;
    await upsertSchool(manager, school({ predecessorUrns: ['188001'] }), author);
    await upsertSchool(manager, school({ urn: '188002', predecessorUrns: [urn] }), author);
    expect(await urnFamily(manager, '188001')).toEqual([urn, '188001', '188002'].sort());
    expect((await urnFamilies(manager)).get(urn)).toHaveLength(3);
    expect(await urnFamily(manager, '177777')).toEqual(['177777']);
  });

  test('the reader of the national register knows our reference data', async () => {
    const knows = await giasKnowledge(database.dataSource.manager);
    expect(knows.regionByAuthority.get('202')).toBe('London');
    expect(knows.needByLabel.get('spld - specific learning difficulty')).toBe('SPLD');
    expect(knows.regions.size).toBe(9);
  });
});

describe('closures and membership', () => {
  test('a closure is declared, cannot overlap, and is withdrawn without being forgotten', async () => {
    const { manager } = database.dataSource;
    await upsertSchool(manager, school(), author);
    const flood = { from: '2027-01-18', to: '2027-01-20', reason: 'Flood' };
    await declareClosure(manager, urn, flood, author);
    expect((await closures(manager, [urn])).get(urn)).toEqual([flood]);
    const overlap = declareClosure(
      manager,
      urn,
      { ...flood, from: '2027-01-20', to: '2027-01-22' },
      author,
    );
    await expect(overlap).rejects.toMatchObject({ code: 'CLOSURE_OVERLAPS' });
    const backwards = declareClosure(
      manager,
      urn,
      { ...flood, from: '2027-02-02', to: '2027-02-01' },
      author,
    );
    await expect(backwards).rejects.toMatchObject({ code: 'DATES_OUT_OF_ORDER' });
    await expect(declareClosure(manager, '999999', flood, author)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await withdrawClosure(manager, urn, '2027-01-18', author);
    await expect(withdrawClosure(manager, urn, '2027-01-18', author)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const kept = await manager.query<unknown[]>('SELECT 1 FROM school_closure WHERE urn = $1', [
      urn,
    ]);
    expect(kept).toHaveLength(1);
    expect(await traces(urn)).toEqual(['school added', 'closure declared', 'closure withdrawn']);
  });

  test('membership holds until it ends, the last day included', async () => {
    const { manager } = database.dataSource;
    await upsertSchool(manager, school(), author);
    expect(await admit(manager, urn, { from: '2026-09-01' }, author)).toBe(true);
    expect(await admit(manager, urn, { from: '2026-10-01', to: '2026-12-01' }, author)).toBe(false);
    await dismiss(manager, urn, { from: '2027-01-01' }, author);
    expect(await membershipsOf(manager, urn)).toEqual([{ from: '2026-09-01', to: '2026-12-31' }]);
    expect(await membersWithin(manager, { from: '2026-12-31', to: '2027-03-01' })).toContain(urn);
    expect(await membersWithin(manager, { from: '2027-01-01', to: '2027-03-01' })).not.toContain(
      urn,
    );
  });
});

describe('the calendar of a term', () => {
  test('before there are members, is the default calendar’s: spring 2027 has 11 weeks and 20 open windows', async () => {
    const other = await createTestDatabase();
    try {
      await loadReferenceData(other.dataSource);
      const spring = await termCalendar(other.dataSource.manager, 'spring-2027');
      expect(spring.weeks).toHaveLength(11);
      const shut = new Set(spring.closed.map(({ week, window }) => `${week} ${window}`));
      const open = spring
        .usableWindowsOf('100000')
        .filter(({ week, window }) => !shut.has(`${week} ${window}`));
      expect(open).toHaveLength(20);
    } finally {
      await other.drop();
    }
  });

  test('has the weeks of its members only, each school by its own calendar and closures', async () => {
    const { manager } = database.dataSource;
    await manager.query('UPDATE membership SET superseded_at = now() WHERE superseded_at IS NULL');
    await upsertSchool(manager, school({ calendarId: 'typical-two-week-october' }), author);
    await admit(manager, urn, { from: '2026-09-01' }, author);
    await declareClosure(
      manager,
      urn,
      { from: '2026-11-04', to: '2026-11-04', reason: 'Roof' },
      author,
    );
    const autumn = await termCalendar(manager, 'autumn-2026');
    expect(autumn.weeks).not.toContain('2026-10-19');
    expect(autumn.weeks).not.toContain('2026-11-02');
    expect(autumn.weeks).toContain('2026-11-09');
    const roof = autumn.windowsOf(urn).filter(({ week }) => week === '2026-11-02');
    expect(roof.map(({ reason }) => reason)).toEqual([
      'Roof, 4 November 2026',
      'Roof, 4 November 2026',
    ]);
  });
});
