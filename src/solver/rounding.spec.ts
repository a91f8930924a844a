import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  inWeeks,
  led,
  limits,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
  WEEKS,
} from '../../test/solver/builders.js';
import { tinyProblem } from '../../test/solver/generate.js';
import { propertyCases } from '../../test/solver/property-cases.js';
import type { Candidate } from './candidates.js';
import { emptyRows } from './empty-rows.js';
import { loadHighs } from './milp/highs.js';
import type { MilpEngine } from './milp/milp.js';
import { type AllocationModel, buildModel } from './model.js';
import { planOfPins } from './pins.js';
import type { Lead, Problem, Role, SeatRow } from './problem.js';
import { roundToPlan } from './rounding.js';
import { breachesOf } from './rules/plan-rules.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Shares of the columns, each a tenth or more: many alike. */
const shares = fc.infiniteStream(fc.integer({ min: 0, max: 10 }));
type Stream = typeof shares extends fc.Arbitrary<infer T> ? T : never;

function drawn({ linear }: AllocationModel, stream: Stream): Float64Array {
  return Float64Array.from({ length: linear.columnCount }, () => stream.next().value / 10);
}

const SEATS = { LEAD: 'lead', QUALITY_ASSURER: 'qualityAssurer', SHADOW: 'shadow' } as const;

/** A plan with one seat more. */
function withSeat(of: Problem, rows: readonly SeatRow[], candidate: Candidate): SeatRow[] {
  const id = of.leads[candidate.lead]?.id ?? '';
  return rows.map((each, index) => {
    if (index !== candidate.review) return each;
    const slot = candidate.role === 'LEAD' ? candidate.slot : {};
    return { ...each, ...slot, [SEATS[candidate.role]]: id };
  });
}

/** The columns of the seats that a plan has. */
function columnsOf(
  { problem: of, candidates, linear }: AllocationModel,
  rows: SeatRow[],
): Float64Array {
  const columns = new Float64Array(linear.columnCount);
  candidates.forEach(({ role, lead, review: at, slot }, column) => {
    const { week, window, ...seats } = rows[at] as SeatRow;
    if (week !== slot.week || window !== slot.window) return;
    if (seats[SEATS[role]] === of.leads[lead]?.id) columns[column] = 1;
  });
  return columns;
}

const isNew = (of: Problem, { lead }: Candidate): boolean => (of.leads[lead] as Lead).isNew;

/** Whether a seat is free as the plan stands, so that one more can be taken there. */
function isOpen(of: Problem, rows: readonly SeatRow[], each: Candidate, role: Role): boolean {
  const { lead, shadow, week, window } = rows[each.review] as SeatRow;
  if (each.role !== role) return false;
  if (role === 'LEAD') return lead === null && !isNew(of, each);
  return lead !== null && shadow === null && week === each.slot.week && window === each.slot.window;
}

describe('rounding to a plan', () => {
  it('keeps every rule and the plan that it begins with, and leaves nothing that could simply be added', () => {
    let fixed = 0;
    fc.assert(
      fc.property(tinyProblem(), shares, (of, stream) => {
        const start = planOfPins(of, engine);
        if (!start) return;
        const model = buildModel(of);
        const rows = roundToPlan(model, drawn(model, stream), start);
        expect(breachesOf(of, rows)).toEqual([]);
        const given = start.filter(({ lead }) => lead !== null);
        fixed += given.length;
        expect(rows).toEqual(expect.arrayContaining(given));
        const isGiven = ({ review: at }: Candidate): boolean =>
          given.some((each) => each.review === of.reviews[at]?.id);
        for (const role of ['LEAD', 'SHADOW'] as const) {
          const open = model.candidates.filter(
            (each) => !isGiven(each) && isOpen(of, rows, each, role),
          );
          for (const each of open) expect(breachesOf(of, withSeat(of, rows, each))).not.toEqual([]);
        }
      }),
      { numRuns: propertyCases(400), seed: SEED },
    );
    expect(fixed).toBeGreaterThan(0);
  });

  it('gives a plan that it has made again, whose shares are whole', () => {
    let seconds = 0;
    fc.assert(
      fc.property(tinyProblem(), shares, (from, stream) => {
        // A new lead with two reviews might have their assurer on the other.
        const leads = from.leads.map((lead) => ({
          ...lead,
          limits: { ...lead.limits, term: lead.isNew ? 1 : lead.limits.term },
        }));
        const of = { ...from, leads, pins: [] };
        const model = buildModel(of);
        const empty = emptyRows(of);
        const rows = roundToPlan(model, drawn(model, stream), empty);
        seconds += rows.filter((each) => each.qualityAssurer ?? each.shadow).length;
        expect(roundToPlan(model, columnsOf(model, rows), empty)).toEqual(rows);
      }),
      { numRuns: propertyCases(400), seed: SEED },
    );
    expect(seconds).toBeGreaterThan(0);
  });
});

describe('of several seats', () => {
  const weeks = [WEEK_1, WEEK_2];
  /** Rounds with these shares, by seat and slot such as `Ada R1 1`; all others have none. */
  function rounded(of: Problem, wanted: Record<string, number>, start?: SeatRow[]): SeatRow[] {
    const model = buildModel(of);
    const given = new Float64Array(model.linear.columnCount);
    model.candidates.forEach(({ lead, review: at, week }, column) => {
      given[column] =
        wanted[`${of.leads[lead]?.id ?? ''} ${of.reviews[at]?.id ?? ''} ${week + 1}`] ?? 0;
    });
    return roundToPlan(model, given, start ?? emptyRows(of));
  }
  const monday = (id: string): ReturnType<typeof review> =>
    review(id, {
      windows: weeks.map((week) => ({ week, window: 'MON_WED', grade: 'PREFERRED' })),
    });
  const assurer = (id: string): Lead => person(id, { roles: ['QUALITY_ASSURER'] });
  const shadow = (id: string): Lead => person(id, { roles: ['SHADOW'] });

  it('takes that with the largest share', () => {
    const of = problem({ weeks, leads: [person('Ada'), person('Ben')], reviews: [monday('R1')] });
    expect(rounded(of, { 'Ben R1 2': 0.6, 'Ada R1 1': 0.4 })).toEqual([led('R1', 'Ben', WEEK_2)]);
    expect(rounded(of, {})).toEqual([led('R1', 'Ada', WEEK_1)]);
  });

  it('prefers established leads to new ones, who have an assurer with them the first time', () => {
    const nia = person('Nia', { isNew: true });
    const of = problem({
      weeks,
      leads: [nia, person('Ada'), assurer('Qi')],
      reviews: [monday('R1')],
    });
    expect(rounded(of, { 'Nia R1 1': 1 })).toEqual([led('R1', 'Ada', WEEK_1)]);
    const alone = problem({
      weeks,
      leads: [nia, assurer('Qi'), assurer('Quy')],
      reviews: ['R1', 'R2'].map(monday),
    });
    expect(rounded(alone, { 'Nia R2 1': 1, 'Quy R2 1': 1 })).toEqual([
      led('R1', 'Nia', WEEK_2),
      led('R2', 'Nia', WEEK_1, { qualityAssurer: 'Quy' }),
    ]);
  });

  it('takes a shadow once, beside an established lead in that very slot, and one on a review', () => {
    const leads = [person('Ada'), shadow('Sam'), shadow('Sue')];
    const of = problem({ weeks, leads, reviews: ['R1', 'R2'].map(monday) });
    expect(rounded(of, { 'Sam R1 2': 1, 'Sam R2 2': 0.5 })).toEqual([
      led('R1', 'Ada', WEEK_1, { shadow: 'Sue' }),
      led('R2', 'Ada', WEEK_2, { shadow: 'Sam' }),
    ]);
  });

  it('leaves reviews that it begins with as they are, and counts who sits there', () => {
    const leads = [person('Ada'), person('Ben'), shadow('Sam')];
    const of = problem({ weeks: [WEEK_1], leads, reviews: ['R1', 'R2'].map(monday) });
    const start = [led('R1', 'Ada', WEEK_1, { shadow: 'Sam' }), row('R2')];
    expect(rounded(of, { 'Ada R2 1': 1 }, start)).toEqual([start[0], led('R2', 'Ben', WEEK_1)]);
  });

  it('has nobody shadow who does so in the plan that it begins with', () => {
    const leads = [person('Ada'), shadow('Sam')];
    const of = problem({ weeks, leads, reviews: ['R1', 'R2'].map(monday) });
    const start = [led('R1', 'Ada', WEEK_1, { shadow: 'Sam' }), row('R2')];
    expect(rounded(of, {}, start)).toEqual([start[0], led('R2', 'Ada', WEEK_2)]);
  });

  it('seats no shadow beside a new lead', () => {
    // Ben could lead the second review, but is on the first; his kind alone makes its shadow seat usable.
    const leads = [person('Ben'), person('Nia', { isNew: true }), assurer('Qi'), shadow('Sam')];
    const of = problem({ weeks: [WEEK_1], leads, reviews: ['R1', 'R2'].map(monday) });
    expect(rounded(of, { 'Ben R1 1': 1, 'Sam R2 1': 1 })).toEqual([
      led('R1', 'Ben', WEEK_1, { shadow: 'Sam' }),
      led('R2', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
    ]);
  });

  it('lets people rest for as long as they must, and no longer', () => {
    const ada = person('Ada', limits({ restReviews: 1, restWeeks: 2 }));
    const reviews = WEEKS.map((week, number) => review(`R${number + 1}`, inWeeks(week)));
    const of = problem({ leads: [ada], reviews });
    const ledBy = (wanted: Record<string, number>): (string | null)[] =>
      rounded(of, wanted).map(({ lead }) => lead);
    expect(ledBy({})).toEqual(['Ada', null, 'Ada', null]);
    expect(ledBy({ 'Ada R2 2': 1 })).toEqual([null, 'Ada', null, 'Ada']);
    expect(ledBy({ 'Ada R4 4': 1 })).toEqual(['Ada', null, null, 'Ada']);
  });
});
