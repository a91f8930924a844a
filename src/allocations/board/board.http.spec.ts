import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { runApplication } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { createLogger } from '../../platform/logging.js';
import { prepareWeb } from '../../platform/web.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { type Problem } from '../../solver/problem.js';
import { type EffectView } from '../hand/hand-view.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type BoardView } from './board.schema.js';
import { type CarryView } from './carry.schema.js';
import { type SwapsView } from './swap.schema.js';

const plans = '/api/v1/plans';
const week = '2027-01-11';
const later = { week: '2027-03-29', window: 'WED_FRI' } as const;

/** Ana and Ben are free in both weeks; St Mary’s and Vale accept either; Zoe has not answered. */
function board(name: string, changes: Partial<Problem> = {}): Problem {
  const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
  const leads = problem.leads.map((lead) => ({
    ...lead,
    isNew: false,
    availability: {
      [week]: { MON_WED: 'AVAILABLE' as const },
      '2027-03-29': { WED_FRI: 'IF_NEEDED' as const },
    },
    commitment: { minimum: 6, done: 2, target: 1 },
  }));
  const zoe = { ...leads[0], id: 'L3', availability: {} } as (typeof leads)[number];
  const closed = [{ week, window: 'WED_FRI' as const, reason: 'Training day, 13 January 2027' }];
  return { ...problem, name, leads: [...leads, zoe], closed, ...changes };
}

const REGISTERS = `
  INSERT INTO academic_year (id, starts_on, ends_on) VALUES ('2026/27', '2026-09-01', '2027-08-31');
  INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
  VALUES ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-04-01');
  INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority) VALUES
    ('South East', 'E12000008', 'J', 51, 0, true), ('North East', 'E12000001', 'A', 55, -1, true);
  INSERT INTO postcode_district VALUES ('BN1', 51, 0, 'South East', 'Brighton and Hove'), ('DH1', 54.8, -1.6, 'North East', 'Durham');
  INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('L1', 'Ana Ní Bhriain', 'BN1'), ('L2', 'Ben Linnet', 'DH1');
  INSERT INTO contract (lead_id, academic_year, valid, recorded_by)
    SELECT id, '2026/27', CASE code WHEN 'L1' THEN '[2026-09-01,2027-08-31]'::daterange ELSE '[2026-09-01,2027-02-28]' END, 'Test'
    FROM lead_reviewer;
  INSERT INTO gate (lead_id, kind, valid, recorded_by)
    SELECT id, 'DBS', '[2025-01-01,2027-01-22]', 'Test' FROM lead_reviewer WHERE code = 'L1'`;

describe('a plan as a board', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let frozen: Problem = board('Frozen');

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(REGISTERS);
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: (_manager, _term, { policy = 'Standard' }) =>
        Promise.resolve({ problem: frozen, context: smallContext, policyName: policy }),
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  async function post<Body = { code: string; errors: { message: string }[] }>(
    path: string,
    body: object,
  ): Promise<{ status: number; body: Body }> {
    return request(web.getHttpServer()).post(path).send(body);
  }
  async function show(id: string): Promise<BoardView> {
    const answer = await request(web.getHttpServer()).get(`${plans}/${id}/board`);
    expect(answer.status).toBe(200);
    return answer.body as BoardView;
  }
  async function planned(name: string, changes: Partial<Problem> = {}): Promise<string> {
    const { planId } = await storeSolvedRun(database.dataSource, board(name, changes), {
      context: smallContext,
      termId: 'spring-2027',
    });
    return planId;
  }
  const clear = (review: string): object => ({ kind: 'CLEAR', review });
  const put = (review: string, lead: string, slot: object): object => ({
    kind: 'PUT',
    review,
    lead,
    ...slot,
  });

  it('shows weeks, people with their availability and warnings, and reviews by short names', async () => {
    const shown = await show(await planned('Shown'));
    expect(shown).toMatchObject({
      plan: { version: 1, name: 'Spring 2027', newest: { version: 1 } },
      coverage: { covered: 2, reviews: 2 },
      words: '2 of 2 reviews have a lead.',
      standing: 'No rule is broken.',
    });
    expect(shown.weeks.map(({ label, gapBefore, placed }) => [label, gapBefore, placed])).toEqual([
      ['11 Jan', null, 2],
      ['29 Mar', 'Break', 0],
    ]);
    expect(shown.weeks[0]?.windows.map(({ label, closed }) => [label, closed])).toEqual([
      ['M–W', null],
      ['W–F', 'Training day, 13 January 2027'],
    ]);
    expect(
      shown.people.map(({ name, home, note, warnings, lane }) => [
        name,
        home,
        note,
        warnings.map(({ short }) => short),
        lane,
      ]),
    ).toEqual([
      [
        'Ana Ní Bhriain',
        'Brighton and Hove',
        null,
        ['DBS 22 Jan'],
        ['AVAILABLE', 'CLOSED', 'UNAVAILABLE', 'IF_NEEDED'],
      ],
      [
        'Ben Linnet',
        'Durham',
        'Part-year: 6',
        ['Contract 28 Feb'],
        ['AVAILABLE', 'CLOSED', 'UNAVAILABLE', 'IF_NEEDED'],
      ],
      ['Zoe Quiet', null, null, ['No answer'], ['NO_ANSWER', 'CLOSED', 'NO_ANSWER', 'NO_ANSWER']],
    ]);
    expect(
      shown.groups.map(({ region, people, words, target }) => [region, people, words, target]),
    ).toEqual([
      ['North East', ['L2'], '1 lead, 1 review', 'all at target'],
      ['South East', ['L1'], '1 lead, 1 review', 'all at target'],
      ['Home region not known', ['L3'], '1 lead, 0 reviews', '1 short of target'],
    ]);
    expect(shown.chips.map(({ short, tag, state }) => [short, tag, state])).toEqual([
      ['St Mary’s', 'ASD', 'DRAFT'],
      ['Vale', 'ASD', 'DRAFT'],
    ]);
    expect(shown.waiting).toEqual([
      {
        review: 'R3',
        school: 'Silent School, York',
        short: 'Silent',
        reason: 'Windows not known: the host has not answered',
      },
    ]);
  });

  it('shows what edits come to before they are saved', async () => {
    const id = await planned('Edited');
    const saved = await show(id);
    const edits = [clear('R1'), put('R2', 'L3', later), { kind: 'PIN', review: 'R2' }];
    const { body } = await post<BoardView>(`${plans}/${id}/board`, { edits });
    expect(body.coverage).toEqual({ covered: 1, reviews: 2 });
    expect(body.chips).toMatchObject([
      { state: 'NO_LEAD', lead: null, week, window: 'MON_WED', isUnsaved: true, pin: null },
      { state: 'DRAFT', leadName: 'Zoe Quiet', ...later, isUnsaved: true, pin: 'HAND' },
    ]);
    expect(body.standing).toBe('1 rule is broken.');
    expect(body.breaches.map(({ sentence }) => sentence)).toEqual([
      'Zoe Quiet is not available on Wednesday 31 March to Friday 2 April 2027.',
    ]);
    expect(body.weeks.map(({ placed, wanted }) => [placed, wanted])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(body.changed.map(({ review }) => review)).toEqual(['R1', 'R2']);
    expect(await show(id)).toEqual(saved);
  });

  it('shows what became of offers, who declined, and gates that end before a review does', async () => {
    const id = await planned('Offered');
    const [first] = (await show(id)).chips;
    await database.dataSource.query(
      `INSERT INTO school (urn, name, type, region, status, short_name) VALUES ('100001', 'St Mary’s', 'Community school', 'South East', 'OPEN', 'Mary’s')`,
    );
    await database.dataSource.query(
      `INSERT INTO review (code, urn, academic_year) VALUES ('R1', '100001', '2026/27')`,
    );
    const seat = async (lead: string, slot: object, open: boolean, kind: string): Promise<void> => {
      const { week: monday, window } = slot as { week: string; window: string };
      await database.dataSource.query(
        `WITH made AS (INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
           SELECT r.id, 'spring-2027', 'LEAD', l.id, $2, $3, $4 FROM review r, lead_reviewer l
           WHERE r.code = 'R1' AND l.code = $1 RETURNING id)
         INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_by)
         SELECT id, $5, '2026-12-01', CASE $5 WHEN 'DECLINED' THEN 'LEAD_REVIEWER' END,
                CASE $5 WHEN 'DECLINED' THEN 'Too far' END, 'Test' FROM made`,
        [lead, monday, window, open, kind],
      );
    };
    await seat(first?.lead ?? '', { week, window: 'MON_WED' }, true, 'OFFERED');
    await seat('L2', later, false, 'DECLINED');
    const shown = await show(id);
    expect(shown.chips[0]?.state).toBe('OFFERED');
    expect(shown.people.find(({ person }) => person === first?.lead)?.year.parts).toMatchObject({
      offered: 1,
      draft: 0,
    });
    expect(shown.givenUp).toMatchObject([
      { person: 'L2', short: 'Mary’s', ...later, words: 'Declined on 1 December 2026' },
    ]);
    const moved = [put('R1', 'L1', later)];
    const { body } = await post<BoardView>(`${plans}/${id}/board`, { edits: moved });
    expect(body.chips[0]).toMatchObject({
      state: 'DRAFT',
      warnings: ['DBS check runs out on 22 January 2027, before this review’s last day'],
    });
  });

  describe('carrying a review', () => {
    it('prices every place in words, or says what blocks it', async () => {
      const id = await planned('Carried', {
        leads: board('').leads.map((lead) => ({
          ...lead,
          conflicts: lead.id === 'L3' ? [{ urn: '100002', reason: 'Own school' }] : [],
        })),
      });
      const chip = (await show(id)).chips.find(({ review }) => review === 'R2');
      const other = chip?.lead === 'L1' ? 'L2' : 'L1';
      const { status, body } = await post<CarryView>(`${plans}/${id}/carry`, { review: 'R2' });
      expect(status).toBe(200);
      expect(body.words).toBe(
        `Vale School, Leeds picked up from ${chip?.leadName ?? ''}, Monday 11 to Wednesday 13 January. 0 other people can take it in this window.`,
      );
      const places = body.people.find(({ person }) => person === other)?.places;
      const short = chip?.lead === 'L1' ? 'A. Ní Bhriain' : 'B. Linnet';
      const name = other === 'L1' ? 'Ana Ní Bhriain' : 'Ben Linnet';
      expect(places?.map(({ tone, short: label, words }) => [tone, label, words])).toEqual([
        [
          'PAYS',
          '+1 short',
          `${name}. +1 review short for ${short}. Load shared less evenly. Only if needed. Not the days that the school prefers. 90 miles, a night away.`,
        ],
        [
          'REFUSED',
          '',
          `Blocked. ${name} has 2 seats in the week of 11 January 2027; one is the most.`,
        ],
      ]);
      expect(body.people.find(({ person }) => person === 'L3')).toMatchObject({
        places: [],
        refusal: {
          headline: 'Has a conflict with Vale School, Leeds: Own school. Never overridden.',
        },
      });
      expect(body.windows.map(({ grade, words }) => [grade, words])).toEqual([
        ['PREFERRED', '1 person can take it on Monday 11 to Wednesday 13 January.'],
        [
          null,
          'Blocked. Nobody can review on Wednesday 13 to Friday 15 January: Training day, 13 January 2027.',
        ],
        [null, 'Blocked. Vale School, Leeds does not accept Monday 29 to Wednesday 31 March.'],
        ['ACCEPTABLE', '2 people can take it on Wednesday 31 March to Friday 2 April.'],
      ]);
    });

    it('goes on from edits that are not saved, and tells of one without a lead', async () => {
      const id = await planned('Carried on');
      const edits = [clear('R2')];
      const { body } = await post<CarryView>(`${plans}/${id}/carry`, { review: 'R2', edits });
      expect(body.words).toBe(
        'Vale School, Leeds picked up; it has no lead. 2 people can take it in one of its windows.',
      );
      expect(body.people.flatMap(({ places }) => places.map(({ short }) => short))).toContain(
        'covers',
      );
      const effect = await post<EffectView>(`${plans}/${id}/effect`, {
        after: edits,
        edits: [put('R2', 'L1', later)],
      });
      expect(effect.body.lines.map(({ about, words }) => [about, words])).toContainEqual([
        'COVERAGE',
        '1 more review has a lead: Vale School, Leeds. 2 of 2 have one',
      ]);
      expect((await post(`${plans}/${id}/carry`, { review: 'R9' })).status).toBe(404);
    });
  });

  describe('swapping the leads of two reviews', () => {
    it('tells what each swap comes to, with the edits that make it', async () => {
      const id = await planned('Swapped');
      const { chips } = await show(id);
      const [one, other] = ['R2', 'R1'].map((r) => chips.find(({ review }) => review === r));
      const { status, body } = await post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R2' });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        school: 'Vale School, Leeds',
        words: '1 of 1 swap is possible.',
        refused: [],
      });
      expect(body.swaps).toMatchObject([
        {
          review: 'R1',
          school: 'St Mary’s, Hove',
          person: other?.lead,
          tone: 'SAME',
          headline: 'As far as before',
          edits: [
            put('R2', other?.lead ?? '', { week, window: 'MON_WED' }),
            put('R1', one?.lead ?? '', { week, window: 'MON_WED' }),
          ],
        },
      ]);
      expect(body.swaps[0]?.also[0]).toMatch(/ goes 90 miles to Vale School, Leeds$/);
      const { edits } = body.swaps[0] ?? {};
      const back = await post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R2', edits });
      expect(back.body.swaps[0]?.person).toBe(one?.lead);
    });

    it('says what speaks against a swap, and refuses a review that is not there', async () => {
      const id = await planned('Not swapped', {
        leads: board('').leads.map((lead) => ({
          ...lead,
          conflicts: lead.id === 'L1' ? [{ urn: '100002', reason: 'Own school' }] : [],
        })),
      });
      const { body } = await post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R1' });
      expect(body.words).toBe('0 of 1 swap are possible.');
      expect(body.refused).toMatchObject([{ review: 'R2', name: 'Ben Linnet' }]);
      expect(body.refused[0]?.why).toMatch(/^Ana Ní Bhriain has a conflict with Vale School/);
      const edits = [clear('R1')];
      const without = await post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R1', edits });
      expect(without.body).toMatchObject({ swaps: [], refused: [] });
      expect((await post(`${plans}/${id}/swaps`, { review: 'R9' })).status).toBe(404);
    });
  });

  describe('pins by hand', () => {
    const pin = (review: string): object => ({ kind: 'PIN', review });
    const unpin = (review: string): object => ({ kind: 'UNPIN', review });

    it('are saved with a version, bind edits after it, and are taken away again', async () => {
      const id = await planned('Pinned by hand');
      const { body: pinned } = await post<PlanView>(`${plans}/${id}/versions`, {
        edits: [pin('R1')],
      });
      expect(pinned).toMatchObject({ version: 2, status: 'OPTIMAL', check: { passed: true } });
      const shown = await show(pinned.id);
      expect(shown.chips.map((chip) => chip.pin)).toEqual(['HAND', null]);
      const moved = [put('R1', 'L2', later)];
      const bound = await post(`${plans}/${pinned.id}/versions`, { edits: moved });
      expect([bound.status, bound.body.code]).toEqual([409, 'PLAN_BREAKS_RULES']);
      const freed = await post<PlanView>(`${plans}/${pinned.id}/versions`, {
        edits: [unpin('R1'), ...moved],
      });
      expect(freed.body).toMatchObject({ version: 3, status: 'FEASIBLE', check: { passed: true } });
      const after = await show(freed.body.id);
      expect(after.chips[0]).toMatchObject({ pin: null, changedIn: 3, lead: 'L2' });
      const again = await post<PlanView>(`${plans}/${freed.body.id}/versions`, { asVersion: 2 });
      expect((await show(again.body.id)).chips[0]?.pin).toBe('HAND');
      const comparison = await request(web.getHttpServer()).get(
        `${plans}/${id}/side-by-side?with=${pinned.id}`,
      );
      expect(comparison.body).toMatchObject({ isComparable: true, reviews: [] });
    });

    it('cannot be taken from seats that were accepted', async () => {
      const held = { review: 'R1', lead: 'L1', week, window: 'MON_WED' as const };
      const id = await planned('Held', { pins: [held] });
      expect((await show(id)).chips.map((chip) => chip.pin)).toEqual(['HELD', null]);
      const refused = await post(`${plans}/${id}/board`, { edits: [unpin('R1')] });
      expect([refused.status, refused.body]).toMatchObject([
        409,
        {
          code: 'PIN_IS_HELD',
          errors: [
            {
              message:
                'St Mary’s, Hove was accepted, led or pinned before the plan was made, so it stays as it is.',
            },
          ],
        },
      ]);
    });

    it('are kept by a run around the plan, with what unsaved edits put somewhere', async () => {
      frozen = board('Run around');
      const id = await planned('Around');
      const [first] = (await show(id)).chips;
      const asked = await post<{ problemSha256: string }>('/api/v1/allocation-runs', {
        termId: 'spring-2027',
        around: { planId: id, edits: [pin('R1'), put('R2', 'L2', later)] },
      });
      expect(asked.status).toBe(202);
      const [stored] = await database.dataSource.query<
        { bytes: Buffer; unpinned: string; context: { pinnedByHand: string[] } }[]
      >(
        'SELECT bytes, unpinned_sha256 AS unpinned, context FROM frozen_problem WHERE sha256 = $1',
        [asked.body.problemSha256],
      );
      expect(readProblem(stored?.bytes ?? Buffer.alloc(0)).pins).toEqual([
        { review: 'R1', lead: first?.lead, week, window: 'MON_WED' },
        { review: 'R2', lead: 'L2', ...later },
      ]);
      expect(stored?.context.pinnedByHand).toEqual(['R1', 'R2']);
      expect(stored?.unpinned).toMatch(/^[0-9a-f]{64}$/);
    });

    it('are refused by a run when the registers no longer know them', async () => {
      const whole = board('Smaller');
      frozen = { ...whole, reviews: whole.reviews.slice(1) };
      const id = await planned('Gone');
      const asked = await post('/api/v1/allocation-runs', {
        termId: 'spring-2027',
        around: { planId: id, reviews: ['R1'] },
      });
      expect([asked.status, asked.body]).toMatchObject([
        409,
        {
          code: 'PIN_OUT_OF_DATE',
          errors: [{ message: 'St Mary’s, Hove can no longer be reviewed in the term.' }],
        },
      ]);
    });
  });
});
