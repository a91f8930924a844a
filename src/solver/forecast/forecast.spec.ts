import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2, WEEK_3 } from '../../../test/solver/builders.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem, SeatRow } from '../problem.js';
import { bestAlone } from './best-alone.js';
import { forecast, ForecastImpossible } from './forecast.js';
import { type Ahead, LIMITS, whatLimits, withoutLimits } from './limits.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const MOST_PLANS = 4000;
/** Fixed, so that a failure comes back. Its 28th year gave a plan that shadowing was taken to outrank commitment in. */
const SEED = 1451691420;

function ledBy(id: string, rows: readonly SeatRow[]): number {
  return rows.filter(({ lead }) => lead === id).length;
}

/** All that is left of the minimum is wanted, as a frozen year says. */
function ofTheYear(tiny: Problem): Problem {
  const leads = tiny.leads.map((lead) => ({
    ...lead,
    commitment: {
      ...lead.commitment,
      target: Math.max(0, lead.commitment.minimum - lead.commitment.done),
    },
  }));
  return { ...tiny, leads, published: [] };
}

function shortOf({ leads }: Problem, rows: readonly SeatRow[]): number {
  return leads.reduce(
    (sum, { id, commitment: { minimum, done } }) =>
      sum + Math.max(0, minimum - done - ledBy(id, rows)),
    0,
  );
}

const knowsNothing: Ahead = { people: new Map(), usable: new Map() };

/** As much as a tiny problem can be told of: every slot may be declared, every school may have any. */
function everythingOpen(of: Problem): Ahead {
  const shut = new Set(of.closed.map(({ week, window }) => `${week} ${window}`));
  const slots = of.weeks
    .flatMap((week) => (['MON_WED', 'WED_FRI'] as const).map((window) => ({ week, window })))
    .filter(({ week, window }) => !shut.has(`${week} ${window}`));
  return {
    people: new Map(
      of.leads.map(({ id, availability }) => [
        id,
        { withoutGates: availability, couldBeFree: slots },
      ]),
    ),
    usable: new Map(of.reviews.map(({ id }) => [id, slots])),
  };
}

describe('the best of one person alone', () => {
  it('is the most that they lead in any of all legal plans', () => {
    fc.assert(
      fc.property(tinyProblem(), (tiny) => {
        const plans = everyPlan(tiny, MOST_PLANS);
        fc.pre(plans !== null);
        for (const { id } of tiny.leads) {
          const best =
            plans.length === 0 ? null : Math.max(...plans.map(({ rows }) => ledBy(id, rows)));
          expect(bestAlone(tiny, id, engine)).toBe(best);
        }
      }),
      { numRuns: propertyCases(150), seed: SEED },
    );
  });

  it('counts reviews that are pinned for them', () => {
    const of = problem({
      leads: [person('Ada')],
      reviews: [review('R1'), review('R2')],
      pins: [{ review: 'R1', lead: 'Ada', week: WEEK_1, window: 'MON_WED' }],
    });
    expect(bestAlone(of, 'Ada', engine)).toBe(2);
  });

  it('is more reviews before one that matters more', () => {
    const at = (week: string) => ({
      windows: [{ week, window: 'MON_WED' as const, grade: 'PREFERRED' as const }],
    });
    const of = problem({
      weeks: [WEEK_1, WEEK_2, WEEK_3],
      leads: [person('Ada', { limits: { term: 6, restReviews: 1, restWeeks: 2, maxKm: null } })],
      reviews: [
        review('R1', at(WEEK_1)),
        review('R2', { ...at(WEEK_2), priority: 9 }),
        review('R3', at(WEEK_3)),
      ],
    });
    expect(bestAlone(of, 'Ada', engine)).toBe(2);
  });

  it('refuses a person whom nobody knows', () => {
    expect(() => bestAlone(problem({}), 'Nobody', engine)).toThrow(RangeError);
  });
});

describe('the forecast of all together', () => {
  it('leaves as few reviews short as any plan with the same coverage, and as any plan at all', () => {
    fc.assert(
      fc.property(tinyProblem().map(ofTheYear), (tiny) => {
        const plans = everyPlan(tiny, MOST_PLANS);
        fc.pre(plans !== null && plans.length > 0);
        // Coverage, then shadowing come before: what they leave is what the plan may choose from.
        const [covered, shadowed] = [0, 2] as const;
        const best = Math.max(...plans.map(({ values }) => values[covered] ?? 0));
        const covering = plans.filter(({ values }) => values[covered] === best);
        const most = Math.max(...covering.map(({ values }) => values[shadowed] ?? 0));
        const chosen = covering.filter(({ values }) => values[shadowed] === most);
        const found = forecast(tiny, knowsNothing, engine);
        const byRole = (rows: readonly SeatRow[]): number => shortOf(tiny, rows);
        expect(found.short.inPlan).toBe(Math.min(...chosen.map(({ rows }) => byRole(rows))));
        expect(found.short.fewest).toBe(Math.min(...plans.map(({ rows }) => byRole(rows))));
      }),
      { numRuns: propertyCases(100), seed: SEED },
    );
  });

  it('is short of fewer reviews where commitment comes before a review that matters more', () => {
    const at = (week: string) => ({
      windows: [{ week, window: 'MON_WED' as const, grade: 'PREFERRED' as const }],
    });
    const wanted = (minimum: number) => ({ minimum, done: 0, target: minimum });
    const of = problem({
      leads: [
        person('Ada', {
          commitment: wanted(2),
          limits: { term: 6, restReviews: 1, restWeeks: 2, maxKm: null },
        }),
        person('Ben', { commitment: wanted(3), phases: ['nursery'] }),
      ],
      reviews: [
        review('R1', at(WEEK_1)),
        review('R2', { ...at(WEEK_2), priority: 9 }),
        review('R3', at(WEEK_3)),
      ],
    });
    const found = forecast(of, knowsNothing, engine);
    expect(found.plan.reviews.map(({ lead }) => lead)).toEqual([null, 'Ada', null]);
    expect(found.short).toEqual({ inPlan: 4, fewest: 3 });
    expect(found.people.map(({ inPlan, best }) => [inPlan, best])).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });

  it('is short of as many as any plan where people want the same review', () => {
    const wanted = { commitment: { minimum: 1, done: 0, target: 1 } };
    const of = problem({
      leads: [person('Ada', wanted), person('Ben', wanted)],
      reviews: [review('R1')],
    });
    const { short, people } = forecast(of, knowsNothing, engine);
    expect(short).toEqual({ inPlan: 1, fewest: 1 });
    expect(people.map(({ best }) => best)).toEqual([1, 1]);
  });

  it('says what limits those alone whose best leaves them below their minimum', () => {
    const done = 2;
    const of = problem({
      leads: [2, 3, 4].map((minimum) =>
        person(`of ${minimum}`, { commitment: { minimum, done, target: minimum - done } }),
      ),
      reviews: [review('R1')],
    });
    const { people } = forecast(of, knowsNothing, engine);
    expect(people.map(({ best, limits }) => [best, limits])).toEqual([
      [1, null],
      [1, null],
      [1, { alone: [], together: [] }],
    ]);
  });

  it('is not known where pins contradict each other', () => {
    const pins = [WEEK_1, WEEK_2].map((week) => ({
      review: 'R1',
      lead: 'Ada',
      week,
      window: 'MON_WED' as const,
    }));
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')], pins });
    expect(() => forecast(of, knowsNothing, engine)).toThrow(ForecastImpossible);
  });

  it('tells how far it has come', () => {
    const said: number[] = [];
    forecast(
      problem({ leads: [person('Ada'), person('Ben')] }),
      knowsNothing,
      engine,
      ({ done, of }) => said.push(done / of),
    );
    expect(said).toEqual([1 / 3, 2 / 3, 1]);
  });
});

describe('what limits somebody', () => {
  it('names the limits whose dropping alone lifts the number, and no others', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 3, weeks: 3 }), (tiny) => {
        const ahead = everythingOpen(tiny);
        const [first] = tiny.leads;
        fc.pre(first !== undefined);
        const best = bestAlone(tiny, first.id, engine);
        fc.pre(best !== null);
        const { alone, together } = whatLimits(tiny, first.id, best, ahead, engine);
        for (const limit of LIMITS) {
          const plans = everyPlan(withoutLimits(tiny, first.id, [limit], ahead), MOST_PLANS);
          fc.pre(plans !== null);
          const without = Math.max(best, ...plans.map(({ rows }) => ledBy(first.id, rows)));
          expect(alone.find((each) => each.limit === limit)?.best ?? best).toBe(without);
        }
        if (alone.length > 0) expect(together).toEqual([]);
      }),
      { numRuns: propertyCases(60), seed: SEED },
    );
  });

  const twoWeeks = [WEEK_1, WEEK_2].map((week) => ({ week, window: 'MON_WED' as const }));
  const usable = new Map(['R1', 'R2'].map((id) => [id, twoWeeks]));
  const slots = twoWeeks.map((slot) => ({ ...slot, grade: 'ACCEPTABLE' as const }));
  const reviews = ['R1', 'R2'].map((id) => review(id, { windows: slots }));
  const limitsOf = (lead: ReturnType<typeof person>, changes: Partial<Problem> = {}): unknown => {
    const of = problem({ leads: [lead, person('Other')], reviews, ...changes });
    const ahead = {
      people: new Map([[lead.id, { withoutGates: lead.availability, couldBeFree: twoWeeks }]]),
      usable,
    };
    const best = bestAlone(of, lead.id, engine) ?? -1;
    return [best, whatLimits(of, lead.id, best, ahead, engine).alone];
  };

  it.each<[string, Parameters<typeof person>[1], Partial<Problem>, [number, unknown[]]]>([
    ['nothing', {}, {}, [2, []]],
    [
      'too few dates',
      { availability: { [WEEK_1]: { MON_WED: 'AVAILABLE' } } },
      {},
      [1, [{ limit: 'DATES', best: 2 }]],
    ],
    ['no seat', { roles: [] }, {}, [0, [{ limit: 'ROLE', best: 2 }]]],
    ['the phase', { phases: ['nursery'] }, {}, [0, [{ limit: 'SPECIALISM', best: 2 }]]],
    [
      'the region',
      { regions: { [review('R1').region]: 'NO' } },
      {},
      [0, [{ limit: 'REACH', best: 2 }]],
    ],
    [
      'a conflict',
      { conflicts: [{ urn: 'urn of R1', reason: 'own school' }] },
      {},
      [1, [{ limit: 'CONFLICTS', best: 2 }]],
    ],
    [
      'what others have accepted',
      {},
      { pins: [{ review: 'R1', lead: 'Other', week: WEEK_1, window: 'MON_WED' }] },
      [1, [{ limit: 'TAKEN', best: 2 }]],
    ],
    [
      'the schools’ windows',
      {},
      { reviews: reviews.map((each) => ({ ...each, windows: slots.slice(0, 1) })) },
      [1, [{ limit: 'HOSTS', best: 2 }]],
    ],
    [
      'the cap',
      { limits: { term: 1, restReviews: 3, restWeeks: 4, maxKm: null } },
      {},
      [1, [{ limit: 'CAP', best: 2 }]],
    ],
    [
      'rest',
      { limits: { term: 6, restReviews: 1, restWeeks: 4, maxKm: null } },
      {},
      [1, [{ limit: 'REST', best: 2 }]],
    ],
    ['no assurer', { isNew: true }, {}, [0, [{ limit: 'ASSURER', best: 2 }]]],
  ])('tells of %s', (_, facts, changes, expected) => {
    expect(limitsOf(person('Ada', facts), changes)).toEqual(expected);
  });

  it('tells first of what would lift the number most, of two alike of the one that is told first', () => {
    const [first, second] = reviews.map((each) => ({ ...each, windows: [slots[0]!] })) as [
      (typeof reviews)[number],
      (typeof reviews)[number],
    ];
    const own = { conflicts: [{ urn: first.urn, reason: 'own school' }] };
    const elsewhere = review('R3', { windows: [{ ...slots[1]!, week: WEEK_3 }] });
    const pin = (id: string, week: string) =>
      ({ review: id, lead: 'Other', week, window: 'MON_WED' }) as const;
    const changes = (pins: Problem['pins']): Partial<Problem> => ({
      reviews: [first, { ...second, windows: [slots[1]!] }, elsewhere],
      pins,
    });
    const lifting = (pins: Problem['pins']): unknown => limitsOf(person('Ada', own), changes(pins));
    expect(lifting([pin('R2', WEEK_2), pin('R3', WEEK_3)])).toEqual([
      0,
      [
        { limit: 'TAKEN', best: 2 },
        { limit: 'CONFLICTS', best: 1 },
      ],
    ]);
    expect(lifting([pin('R2', WEEK_2)])).toEqual([
      1,
      [
        { limit: 'CONFLICTS', best: 2 },
        { limit: 'TAKEN', best: 2 },
      ],
    ]);
  });

  it('tells nothing where not even all together would do', () => {
    const of = problem({ leads: [person('Ada'), person('Other')], reviews: [] });
    expect(whatLimits(of, 'Ada', 0, knowsNothing, engine)).toEqual({ alone: [], together: [] });
  });

  it('tells which together keep somebody away where none does alone', () => {
    const ada = person('Ada', { availability: {}, phases: ['nursery'] });
    const of = problem({ leads: [ada], reviews });
    const ahead = {
      people: new Map([['Ada', { withoutGates: {}, couldBeFree: twoWeeks }]]),
      usable,
    };
    expect(whatLimits(of, 'Ada', 0, ahead, engine)).toEqual({
      alone: [],
      together: ['DATES', 'SPECIALISM'],
    });
  });
});
