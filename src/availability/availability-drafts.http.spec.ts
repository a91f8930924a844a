import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { loadCalendarReference } from '../calendar/reference-data.js';
import { type CalendarView, type DraftView } from './availability-draft.schema.js';
import { type AnswerView } from './availability.schema.js';
import { AvailabilityModule } from './availability.module.js';

const spring = '/api/v1/availability-rounds/spring-2027';
const answer = `${spring}/answers/LR-1`;

let database: TestDatabase;
let web: NestExpressApplication;
const api = (): ReturnType<typeof request> => request(web.getHttpServer());

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.transaction(loadCalendarReference);
  await database.dataSource.query(`
    INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('LS1', 53.8, -1.55, 'Yorkshire and the Humber', 'Leeds');
    INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'Ann Other', 'LS1');
    INSERT INTO standing (lead_id, standing, valid, recorded_by)
      SELECT id, 'IN_POOL', daterange('2025-09-01', null), 'Test' FROM lead_reviewer;
    INSERT INTO gate (lead_id, kind, valid, recorded_by)
      SELECT id, kind, daterange('2025-09-01', '2027-03-19'), 'Test' FROM lead_reviewer, unnest('{DBS,CODE_OF_CONDUCT,SAFEGUARDING_POLICY}'::text[]) kind;
    INSERT INTO employment (lead_id, serving_leader, employer, valid, recorded_by)
      SELECT id, false, 'Self-employed', daterange('2025-09-01', null), 'Test' FROM lead_reviewer;
    INSERT INTO contract (lead_id, academic_year, valid, recorded_by)
      SELECT id, '2026/27', daterange('2026-09-01', '2027-09-01'), 'Test' FROM lead_reviewer;
    INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
      SELECT id, '2026-09-24', 'ATTENDED', '2026-09-24', 'Test' FROM lead_reviewer`);
  web = await createTestApplication({
    databaseUrl: database.url,
    imports: [AvailabilityModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
  await api()
    .post('/api/v1/availability-rounds')
    .send({ termId: 'spring-2027', openedOn: '2026-11-02', deadline: '2026-12-11' });
});
afterAll(async () => {
  await web.close();
  await database.drop();
});
beforeEach(async () => {
  const { id } = (await calendar()).answer ?? {};
  if (id !== undefined) await api().delete(answer).query({ follows: id }).expect(204);
});

async function calendar(): Promise<CalendarView> {
  return (await api().get(`${spring}/calendar/LR-1`).expect(200)).body as CalendarView;
}

async function draft(body: object): Promise<DraftView> {
  return (await api().post(`${answer}/draft`).send(body).expect(200)).body as DraftView;
}

async function record(said: string, by = 'Ruth%20Ellison'): Promise<AnswerView> {
  const { answer: wanted, follows } = await draft({ said });
  const sent = api().put(answer).set('Qar-Author', by);
  return (await sent.send({ ...wanted, follows }).expect(200)).body as AnswerView;
}

describe('the calendar of a person', () => {
  it('tells window by window what holds and why, and what is closed to everybody', async () => {
    await record('never Mondays');
    const { weeks, counts, answeredInWords, name } = await calendar();
    expect(name).toBe('Ann Other');
    expect(answeredInWords).toMatch(/^Recorded by Ruth Ellison on \d+ \w+ 20\d\d, \d\d:\d\d$/u);
    expect(weeks).toHaveLength(11);
    expect(weeks[0]?.windows[1]).toMatchObject({
      label: 'Wed 6 – Fri 8',
      closed: expect.stringContaining('7 January 2027'),
      decidedBy: 'BLOCK',
    });
    expect(weeks[1]?.windows[0]).toMatchObject({
      days: 'Monday 11 to Wednesday 13 January 2027',
      closed: null,
      grade: 'UNAVAILABLE',
      gradeInWords: 'Not available',
      because: 'Said never Mondays',
    });
    expect(weeks[6]?.gapBefore).toBe('Half-term, Monday 15 to Friday 19 February 2027');
    expect(weeks.at(-1)?.windows[0]).toMatchObject({
      closed: null,
      because: expect.stringContaining('DBS check runs out on 18 March 2027'),
    });
    expect(counts.words).toMatch(/^\d+ of 20 windows are possible: \d+ available$/u);
  });

  it('says that there is no answer', async () => {
    const { answer: none, answeredInWords, weeks } = await calendar();
    expect([none, answeredInWords]).toEqual([null, 'No answer yet']);
    expect(weeks[1]?.windows[0]).toMatchObject({ gradeInWords: 'No answer' });
  });

  it('gives examples, each of which is understood', async () => {
    const { sentences } = await calendar();
    for (const said of sentences) {
      expect([said, (await draft({ said })).notUnderstood]).toEqual([said, []]);
    }
  });
});

describe('an answer before it is recorded', () => {
  it('shows every window as it would be, and what changes', async () => {
    const view = await draft({ said: 'never Mondays, and not the week of 8 February' });
    expect(view).toMatchObject({
      follows: null,
      understood: [
        { said: 'never Mondays', means: 'Not available on Mondays' },
        {
          said: 'not the week of 8 February',
          means: 'Not available in the week of 8 February 2027',
        },
      ],
      notUnderstood: [],
      answerInWords: [
        'Never Mondays',
        'Not available from 8 to 12 February 2027',
        'Available unless they say otherwise',
      ],
      isSame: false,
    });
    expect(view.weeks[5]?.windows.map(({ gradeInWords }) => gradeInWords)).toEqual([
      'Not available',
      'Not available',
    ]);
    expect(view.weeks[1]?.windows[1]).toMatchObject({
      grade: 'AVAILABLE',
      before: { gradeInWords: 'No answer' },
      isChanged: true,
    });
    expect(view.words[0]).toBe('This is their first answer');
  });

  it('goes on from what stands, and tells what of it changes', async () => {
    await record('never Mondays');
    const view = await draft({
      said: 'not 12 February (dentist), at most 2 reviews',
      windows: [{ week: '2027-03-01', window: 'WED_FRI', grade: 'PREFERRED' }],
    });
    expect(view.changes.map(({ words }) => words)).toEqual([
      'Wednesday 10 to Friday 12 February 2027: from available to not available',
      'Wednesday 3 to Friday 5 March 2027: from available to preferred',
    ]);
    expect(view.answer).toMatchObject({ ceiling: 2, note: 'dentist' });
    expect(view.understood.map(({ means }) => means)).toContain('At most 2 reviews this term');
    expect(view.words).toEqual([
      '2 windows change against what stands',
      expect.stringMatching(/ windows are possible: /u),
      'At most 2 reviews this term',
    ]);
  });

  it('can begin anew, or from an earlier answer', async () => {
    const first = await record('never Mondays');
    await record('never Fridays');
    const anew = await draft({ startFrom: 'NOTHING', said: 'not in March' });
    expect(anew.answer.statements).toEqual([
      { kind: 'RANGE', from: '2027-03-01', to: '2027-03-31', grade: 'UNAVAILABLE' },
    ]);
    const again = await draft({ startFrom: first.id });
    expect(again.answer.statements).toMatchObject([{ rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO' }]);
    await api()
      .post(`${answer}/draft`)
      .send({ startFrom: 'f0b1c9a2-6a0e-4b57-9d3e-3f1c2a7d5e10' })
      .expect(404);
  });

  it('names what it does not understand, and dates outside the term', async () => {
    const { notUnderstood } = await draft({ said: 'never Tusedays, not 10 May' });
    expect(notUnderstood).toMatchObject([
      { said: 'Tusedays', why: 'Did you mean “Tuesdays”?' },
      { said: 'not 10 May', why: expect.stringContaining('lies outside Spring 2027') },
    ]);
  });

  it('says so when it is what stands already', async () => {
    await record('never Mondays');
    expect(await draft({})).toMatchObject({ isSame: true, changes: [] });
    expect((await draft({ said: 'never Mondays' })).words[0]).toBe('No window changes');
  });
});

describe('two people who answer for the same person', () => {
  it('do not overwrite each other: the second is told what changed', async () => {
    const first = await record('never Mondays');
    const mine = await draft({ said: 'never Fridays' });
    await record('not in March', 'Sam%20Whitely');
    const late = await api()
      .put(answer)
      .send({ ...mine.answer, follows: mine.follows });
    expect([late.status, late.body]).toMatchObject([
      409,
      {
        code: 'ANSWERED_MEANWHILE',
        detail: expect.stringMatching(/^Sam Whitely recorded another answer on /u),
      },
    ]);
    const { errors } = late.body as { errors: { field: string; message: string }[] };
    expect(errors[0]).toMatchObject({
      field: 'Wednesday 3 to Friday 5 March 2027',
      message: 'from available to not available',
    });
    expect((await calendar()).answer).toMatchObject({ said: 'not in March' });
    const onTop = await draft({ said: 'never Fridays' });
    await api()
      .put(answer)
      .send({ ...onTop.answer, follows: onTop.follows })
      .expect(200);
    const history = await api().get(`${answer}/history`);
    const { items } = history.body as { items: AnswerView[] };
    expect(items.slice(0, 3)).toMatchObject([
      {
        said: 'never Fridays',
        statements: [{ kind: 'RULE' }, { kind: 'RANGE' }, { kind: 'RULE' }],
      },
      { recordedBy: 'Sam Whitely' },
      { id: first.id, supersededBy: 'Sam Whitely' },
    ]);
  });

  it('nor where one of them takes the answer back', async () => {
    const first = await record('never Mondays');
    const second = await record('never Fridays');
    await api().delete(answer).query({ follows: first.id }).expect(409);
    await api().delete(answer).query({ follows: second.id }).expect(204);
    await api().delete(answer).query({ follows: second.id }).expect(404);
    await api().delete(answer).expect(400);
    expect(await calendar()).toMatchObject({ answer: null, answeredInWords: 'No answer yet' });
    const trail = await database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entry WHERE subject = 'availability_answer' ORDER BY id DESC LIMIT 1`,
    );
    expect(trail).toEqual([{ action: 'availability answer taken back' }]);
  });
});
