import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem, Review } from '../problem.js';
import { solve } from '../solve.js';
import { MostLed } from './most-led.js';
import { OneMore } from './one-more.js';
import { type Balance, recruiting, RecruitingImpossible } from './recruiting.js';
import { nichesOf, wishFor } from './specialisms.js';
import { typicalLead } from './typical-lead.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Fixed, so that a failure comes back. */
const SEED = 20270111;
const MOST_PLANS = 4000;

const first = [{ week: WEEK_1, window: 'MON_WED' as const, grade: 'ACCEPTABLE' as const }];
const north = { region: 'North East', lat: 55, lon: -1.6 };

/** Two reviews of the North East ask for SEMH in one week, and Ada alone knows it. */
function northEast(changes: Partial<Problem> = {}): Problem {
  return problem({
    leads: [person('Ada', { needs: ['SEMH', 'ASD'] }), person('Ben', { needs: ['ASD'] })],
    reviews: [
      review('R1', { ...north, needs: ['SEMH'], windows: first }),
      review('R2', { ...north, lat: 54, needs: ['SEMH', 'PMLD'], windows: first }),
      review('R3', { phase: 'primary' }),
    ],
    ...changes,
  });
}

describe('niches', () => {
  it('are the regions and what their reviews ask for, each under its phase and its needs', () => {
    const found = nichesOf(northEast()).map(({ region, specialism, reviews }) => [
      `${region} ${specialism.kind} ${specialism.code}`,
      reviews,
    ]);
    expect(found).toEqual([
      ['London PHASE primary', [2]],
      ['North East PHASE special', [0, 1]],
      ['North East NEED PMLD', [1]],
      ['North East NEED SEMH', [0, 1]],
    ]);
  });

  it('are filled by somebody with that need alone, or with the usual needs of the phase', () => {
    const of = northEast();
    const [, special, , semh] = nichesOf(of);
    const wish = { id: 'new', region: 'North East', home: { lat: 54.5, lon: -1.6 } };
    expect(semh && wishFor(of, semh, 'new')).toEqual({
      ...wish,
      phases: ['special'],
      needs: ['SEMH'],
    });
    // One need is the lower middle of one and two, and ASD is known to both.
    expect(special && wishFor(of, special, 'new')).toMatchObject({ needs: ['ASD'] });
    const nobody = { ...of, leads: [] };
    expect(special && wishFor(nobody, special, 'new').needs).toEqual(['PMLD', 'SEMH']);
  });
});

describe('the most of some reviews that have a lead', () => {
  it('is the most in any plan, as all plans say', () => {
    let told = 0;
    fc.assert(
      fc.property(tinyProblem({ people: 4, reviews: 3, weeks: 3 }), (tiny) => {
        const plans = everyPlan(tiny, MOST_PLANS);
        fc.pre(plans !== null && plans.length > 0);
        const { reviews: rows } = solve(tiny, engine);
        const mostLed = new MostLed(tiny, rows, engine);
        for (const { reviews } of nichesOf(tiny)) {
          const counts = plans.map(
            (plan) => reviews.filter((index) => plan.rows[index]?.lead !== null).length,
          );
          expect(mostLed.of(reviews)).toBe(Math.max(...counts));
          told++;
        }
      }),
      { numRuns: propertyCases(40), seed: SEED },
    );
    expect(told).toBeGreaterThan(propertyCases(50));
  });

  it('looks at pins, and may need another review for a new lead’s assurer', () => {
    // Noor is new, and Quinn may assure only the primary schools, which the best plan gives both of Noor's reviews.
    const of = northEast({
      leads: [
        person('Noor', {
          isNew: true,
          needs: ['SEMH'],
          phases: ['special', 'primary'],
          limits: { ...person('Noor').limits, term: 2 },
        }),
        person('Quinn', { roles: ['QUALITY_ASSURER'], phases: ['primary'] }),
      ],
    });
    of.reviews.push(review('R4', { phase: 'primary' }));
    for (const each of of.reviews.slice(2)) each.priority = 5;
    const { reviews: rows } = solve(of, engine);
    expect(rows.map(({ lead }) => lead)).toEqual([null, null, 'Noor', 'Noor']);
    expect(new MostLed(of, rows, engine).of([0, 1])).toBe(1);
    const pinned = {
      ...of,
      pins: [{ review: 'R3', lead: 'Noor', week: WEEK_1, window: 'MON_WED' as const }],
    };
    const kept = solve(pinned, engine).reviews;
    expect(new MostLed(pinned, kept, engine).of([0, 1])).toBe(0);
  });
});

describe('one more lead', () => {
  it('adds what independent solves say, with either engine and by trying every plan', () => {
    let gaining = 0;
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 4, weeks: 3 }), (tiny) => {
        const plan = solve(tiny, engine);
        fc.pre(plan.status === 'OPTIMAL');
        const oneMore = new OneMore(tiny, plan, engine);
        nichesOf(tiny).forEach((niche, index) => {
          const wish = wishFor(tiny, niche, 'one more');
          const { reached, gained, lost, wanted } = oneMore.of(wish);
          const with1 = { ...tiny, leads: [...tiny.leads, typicalLead(tiny, wish)] };
          const values = [
            valuesOf(solve(with1, engine)),
            ...(index === 0 ? [valuesOf(solve(with1, engine, {}, 'milp')), tried(with1)] : []),
          ];
          for (const each of values) expect(reached).toEqual(each);
          expect(reached.coverage).toBeGreaterThanOrEqual(oneMore.reached.coverage);
          expect(reached.coverage - oneMore.reached.coverage).toBe(
            weigh(tiny, gained) - weigh(tiny, lost),
          );
          expect(wanted).toBe(with1.leads.at(-1)?.commitment.target);
          if (gained.length > 0) gaining++;
        });
      }),
      { numRuns: propertyCases(25), seed: SEED },
    );
    expect(gaining).toBeGreaterThan(propertyCases(10));
  });

  it('is worth the same to whom the same seats are open, and is looked at once', () => {
    const of = northEast();
    const plan = solve(of, engine);
    const oneMore = new OneMore(of, plan, engine);
    const [, , , semh] = nichesOf(of);
    const wish = semh && wishFor(of, semh, 'one more');
    const worth = wish && oneMore.of(wish);
    expect(wish && oneMore.of({ ...wish, needs: ['SEMH', 'HI'] })).toBe(worth);
  });

  it('who could lead nothing only wants reviews', () => {
    const of = northEast({
      leads: [person('Ada', { commitment: { minimum: 6, done: 0, target: 2 } })],
    });
    const oneMore = new OneMore(of, solve(of, engine), engine);
    const wish = { id: 'x', home: north, region: 'North East', phases: ['nursery'], needs: [] };
    expect(oneMore.of(wish)).toEqual({
      people: 1,
      reached: { ...oneMore.reached, short: oneMore.reached.short + 2 },
      wanted: 2,
      led: 0,
      leads: [],
      gained: [],
      lost: [],
    });
  });
});

describe('where leads are short', () => {
  const find = (of: Problem, region: string | null, code: string | null): Balance | undefined =>
    recruiting(of, engine).balances.find(
      (each) => each.region === region && (each.specialism?.code ?? null) === code,
    );

  it('says what is asked for, what can be led, what is without, and what more leads would add', () => {
    const of = northEast();
    const semh = find(of, 'North East', 'SEMH');
    expect(semh).toMatchObject({ demand: ['R1', 'R2'], canBeLed: 1 });
    expect(semh?.without).toHaveLength(1);
    expect(semh?.more.map(({ people, gained }) => [people, gained])).toEqual([[1, semh?.without]]);
    expect(find(of, null, 'SEMH')).toMatchObject({ demand: ['R1', 'R2'], canBeLed: 1, more: [] });
    expect(find(of, 'London', null)).toMatchObject({ demand: ['R3'], canBeLed: 0 });
    expect(find(of, null, null)).toMatchObject({ demand: ['R1', 'R2', 'R3'], canBeLed: 1 });
  });

  it('is told by region, then of each region, each phase, each need, and all together', () => {
    const of = problem({
      leads: [person('Ada')],
      reviews: [
        review('R1', { needs: ['SEMH', 'primary'] }),
        review('R2', { ...north, phase: 'primary', needs: ['ASD'] }),
        review('R3', { ...north, needs: [] }),
      ],
    });
    const news: { done: number; of: number }[] = [];
    const { balances } = recruiting(of, engine, (each) => news.push(each));
    const told = balances.map(({ region, specialism, demand }) => [
      region,
      specialism && `${specialism.kind} ${specialism.code}`,
      demand.join(' '),
    ]);
    expect(told).toEqual([
      ['London', 'PHASE special', 'R1'],
      ['London', 'NEED SEMH', 'R1'],
      ['London', 'NEED primary', 'R1'],
      ['North East', 'PHASE primary', 'R2'],
      ['North East', 'PHASE special', 'R3'],
      ['North East', 'NEED ASD', 'R2'],
      ['London', null, 'R1'],
      ['North East', null, 'R2 R3'],
      [null, 'PHASE primary', 'R2'],
      [null, 'PHASE special', 'R1 R3'],
      [null, 'NEED ASD', 'R2'],
      [null, 'NEED SEMH', 'R1'],
      [null, 'NEED primary', 'R1'],
      [null, null, 'R1 R2 R3'],
    ]);
    expect(news).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((done) => ({ done, of: 8 })));
  });

  it('says once what one more adds where it is nothing', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const [niche] = recruiting(of, engine).balances;
    expect(niche?.more.map(({ people, gained, led }) => [people, gained, led])).toEqual([
      [1, [], expect.any(Number)],
    ]);
  });

  it.each([
    [[], 'one more'],
    [['one more'], 'one more+'],
    [['Ada', 'one more 2'], 'one more+'],
    [['one more', 'one more+ 3'], 'one more++'],
    [['not one more'], 'one more'],
  ])('names whoever is added like nobody who is there: %j', (ids, name) => {
    const of = problem({ leads: ids.map((id) => person(id)), reviews: [review('R1')] });
    expect(recruiting(of, engine).typical).toMatchObject({
      id: name,
      home: { lat: 0, lon: 0 },
      phases: [],
      needs: [],
    });
  });

  it('goes on to a third as long as each lets more go ahead', () => {
    const reviews = ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) =>
      review(id, { ...north, needs: ['SEMH'], windows: first }),
    );
    expect(
      find(northEast({ reviews }), 'North East', 'SEMH')?.more.map(({ gained }) => gained.length),
    ).toEqual([1, 2, 3]);
  });

  it('counts each review once in every margin, whatever there is', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 4, weeks: 2 }), (tiny) => {
        fc.pre(solve(tiny, engine).status === 'OPTIMAL');
        const said: number[] = [];
        const { balances, plan } = recruiting(tiny, engine, ({ done, of }) => said.push(done / of));
        expect(said).toEqual([...said].sort((a, b) => a - b));
        expect(said.at(-1)).toBe(1);
        for (const { demand, canBeLed, without } of balances) {
          expect(canBeLed).toBeGreaterThanOrEqual(demand.length - without.length);
          expect(canBeLed).toBeLessThanOrEqual(demand.length);
        }
        const regions = balances.filter(({ region, specialism }) => region && !specialism);
        const all = tiny.reviews.map(({ id }: Review) => id);
        expect(regions.flatMap(({ demand }) => demand).sort()).toEqual(all.sort());
        const open = plan.reviews.flatMap((row) => (row.lead === null ? [row.review] : []));
        expect(balances.at(-1)?.without).toEqual(open);
      }),
      { numRuns: propertyCases(12), seed: SEED },
    );
  });

  it('is not known where pins contradict each other', () => {
    const pins = [
      { review: 'R1', lead: 'Ada', week: WEEK_1, window: 'MON_WED' as const },
      { review: 'R1', lead: 'Ada', week: WEEK_2, window: 'MON_WED' as const },
    ];
    expect(() => recruiting(northEast({ pins }), engine)).toThrow(RecruitingImpossible);
  });
});

function valuesOf({ aims }: ReturnType<typeof solve>): { coverage: number; short: number } {
  return { coverage: aims[0]?.value ?? -1, short: aims[3]?.value ?? -1 };
}

function tried(of: Problem): { coverage: number; short: number } {
  const found = bruteForce(of);
  if (found.status !== 'OPTIMAL') throw new Error('One more lead made a problem infeasible.');
  return { coverage: found.values[0] ?? -1, short: found.values[3] ?? -1 };
}

function weigh({ reviews }: Problem, ids: readonly string[]): number {
  return reviews.reduce((sum, { id, priority }) => sum + (ids.includes(id) ? priority : 0), 0);
}
