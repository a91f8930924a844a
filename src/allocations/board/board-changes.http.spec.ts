import { describe, expect, it } from '@jest/globals';
import { board, boardsOverHttp } from '../../../test/support/small-board.js';
import { clear, later, put, week } from '../../../test/support/two-by-two.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { type EffectView } from '../hand/hand-view.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type CarryView } from './carry.schema.js';
import { type SwapsView } from './swap.schema.js';

const plans = '/api/v1/plans';
const http = boardsOverHttp();

describe('carrying a review', () => {
  it('prices every place in words, or says what blocks it', async () => {
    const id = await http.solved('Carried', {
      leads: board('').leads.map((lead) => ({
        ...lead,
        conflicts: lead.id === 'L3' ? [{ urn: '100002', reason: 'Own school' }] : [],
      })),
    });
    const chip = (await http.show(id)).chips.find(({ review }) => review === 'R2');
    const other = chip?.lead === 'L1' ? 'L2' : 'L1';
    const { status, body } = await http.post<CarryView>(`${plans}/${id}/carry`, { review: 'R2' });
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
    const id = await http.solved('Carried on');
    const edits = [clear('R2')];
    const { body } = await http.post<CarryView>(`${plans}/${id}/carry`, { review: 'R2', edits });
    expect(body.words).toBe(
      'Vale School, Leeds picked up; it has no lead. 2 people can take it in one of its windows.',
    );
    expect(body.people.flatMap(({ places }) => places.map(({ short }) => short))).toContain(
      'covers',
    );
    const effect = await http.post<EffectView>(`${plans}/${id}/effect`, {
      after: edits,
      edits: [put('R2', 'L1', later)],
    });
    expect(effect.body.lines.map(({ about, words }) => [about, words])).toContainEqual([
      'COVERAGE',
      '1 more review has a lead: Vale School, Leeds. 2 of 2 have one',
    ]);
    expect((await http.post(`${plans}/${id}/carry`, { review: 'R9' })).status).toBe(404);
  });
});

describe('swapping the leads of two reviews', () => {
  it('tells what each swap comes to, with the edits that make it', async () => {
    const id = await http.solved('Swapped');
    const { chips } = await http.show(id);
    const [one, other] = ['R2', 'R1'].map((r) => chips.find(({ review }) => review === r));
    const { status, body } = await http.post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R2' });
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
    const back = await http.post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R2', edits });
    expect(back.body.swaps[0]?.person).toBe(one?.lead);
  });

  it('says what speaks against a swap, and refuses a review that is not there', async () => {
    const id = await http.solved('Not swapped', {
      leads: board('').leads.map((lead) => ({
        ...lead,
        conflicts: lead.id === 'L1' ? [{ urn: '100002', reason: 'Own school' }] : [],
      })),
    });
    const { body } = await http.post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R1' });
    expect(body.words).toBe('0 of 1 swap are possible.');
    expect(body.refused).toMatchObject([{ review: 'R2', name: 'Ben Linnet' }]);
    expect(body.refused[0]?.why).toMatch(/^Ana Ní Bhriain has a conflict with Vale School/);
    const edits = [clear('R1')];
    const without = await http.post<SwapsView>(`${plans}/${id}/swaps`, { review: 'R1', edits });
    expect(without.body).toMatchObject({ swaps: [], refused: [] });
    expect((await http.post(`${plans}/${id}/swaps`, { review: 'R9' })).status).toBe(404);
  });
});

describe('pins by hand', () => {
  const pin = (review: string): object => ({ kind: 'PIN', review });
  const unpin = (review: string): object => ({ kind: 'UNPIN', review });

  it('are saved with a version, bind edits after it, and are taken away again', async () => {
    const id = await http.solved('Pinned by hand');
    const { body: pinned } = await http.post<PlanView>(`${plans}/${id}/versions`, {
      edits: [pin('R1')],
    });
    expect(pinned).toMatchObject({ version: 2, status: 'OPTIMAL', check: { passed: true } });
    const shown = await http.show(pinned.id);
    expect(shown.chips.map((chip) => chip.pin)).toEqual(['HAND', null]);
    const moved = [put('R1', 'L2', later)];
    const bound = await http.post(`${plans}/${pinned.id}/versions`, { edits: moved });
    expect([bound.status, bound.body.code]).toEqual([409, 'PLAN_BREAKS_RULES']);
    const freed = await http.post<PlanView>(`${plans}/${pinned.id}/versions`, {
      edits: [unpin('R1'), ...moved],
    });
    expect(freed.body).toMatchObject({ version: 3, status: 'FEASIBLE', check: { passed: true } });
    const after = await http.show(freed.body.id);
    expect(after.chips[0]).toMatchObject({ pin: null, changedIn: 3, lead: 'L2' });
    const again = await http.post<PlanView>(`${plans}/${freed.body.id}/versions`, { asVersion: 2 });
    expect((await http.show(again.body.id)).chips[0]?.pin).toBe('HAND');
    const comparison = await http.get<object>(`${plans}/${id}/side-by-side?with=${pinned.id}`);
    expect(comparison.body).toMatchObject({ isComparable: true, reviews: [] });
  });

  it('cannot be taken from seats that were accepted', async () => {
    const held = { review: 'R1', lead: 'L1', week, window: 'MON_WED' as const };
    const id = await http.solved('Held', { pins: [held] });
    expect((await http.show(id)).chips.map((chip) => chip.pin)).toEqual(['HELD', null]);
    const refused = await http.post(`${plans}/${id}/board`, { edits: [unpin('R1')] });
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
    http.freeze(board('Run around'));
    const id = await http.solved('Around');
    const [first] = (await http.show(id)).chips;
    const asked = await http.post<{ problemSha256: string }>('/api/v1/allocation-runs', {
      termId: 'spring-2027',
      around: { planId: id, edits: [pin('R1'), put('R2', 'L2', later)] },
    });
    expect(asked.status).toBe(202);
    const [stored] = await http.query<{
      bytes: Buffer;
      unpinned: string;
      context: { pinnedByHand: string[] };
    }>('SELECT bytes, unpinned_sha256 AS unpinned, context FROM frozen_problem WHERE sha256 = $1', [
      asked.body.problemSha256,
    ]);
    expect(readProblem(stored?.bytes ?? Buffer.alloc(0)).pins).toEqual([
      { review: 'R1', lead: first?.lead, week, window: 'MON_WED' },
      { review: 'R2', lead: 'L2', ...later },
    ]);
    expect(stored?.context.pinnedByHand).toEqual(['R1', 'R2']);
    expect(stored?.unpinned).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are refused by a run when the registers no longer know them', async () => {
    const whole = board('Smaller');
    http.freeze({ ...whole, reviews: whole.reviews.slice(1) });
    const id = await http.solved('Gone');
    const asked = await http.post('/api/v1/allocation-runs', {
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
