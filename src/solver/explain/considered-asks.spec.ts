import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  freeIn,
  inWeeks,
  led,
  limits,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Lead, Problem, Review, Role, SeatRow, Slot } from '../problem.js';
import { asksConsidered, factsMissing } from './considered-asks.js';
import { type Ask, costOfAsking, withAsks } from './cost-of-asking.js';
import { slotsOf } from './facts.js';
import { refusingRules, seatingOf } from './shut-out.js';

const CASES = propertyCases(150);

describe('asks considered', () => {
  it('are all that the review’s own seats may need, and of others only what alone lets somebody lead a review in the way', () => {
    const met = { own: 0, others: 0 };
    fc.assert(
      fc.property(tinyProblem({ people: 4, reviews: 4, weeks: 2 }), (of) => {
        const best = bruteForce(of);
        if (best.status !== 'OPTIMAL') return;
        for (const { review: id } of best.rows.filter(({ lead }) => lead === null)) {
          const wanted = of.reviews.find((each) => each.id === id) as Review;
          const found = asksConsidered(of, best.rows, wanted);
          const asks = found.map(({ ask }) => ask);
          const keys = asks.map((ask) => JSON.stringify(ask));
          expect(new Set(keys).size).toBe(keys.length);
          for (const { ask, cost } of found) expect(cost).toBe(costOfAsking(of, wanted, ask));
          const own = [...ofItsSeats(of, wanted), ...ofLimits(of), ...of.pins.map(unpin)];
          const ownKeys = new Set(own.map((ask) => JSON.stringify(ask)));
          expect(keys).toEqual(expect.arrayContaining([...ownKeys]));
          const others = asks.filter((ask) => !ownKeys.has(JSON.stringify(ask)));
          const inPlan = of.reviews.filter(({ id: each }) => isLed(best.rows, each));
          for (const ask of others) {
            expect(inPlan.some((each) => permitsAlone(of, each, ask))).toBe(true);
          }
          met.own += ownKeys.size;
          met.others += others.length;
        }
      }),
      { numRuns: CASES, seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(CASES / 10);
  });

  it('reach along chains: who leads what is in the way of those who lead what is in the way', () => {
    // Ada could lead R0 but for R1, Ben R1 but for R2; Cy could take R2, the only one he may, if he were free.
    const away = (...ids: string[]): Pick<Lead, 'conflicts'> => ({
      conflicts: ids.map((id) => ({ urn: `urn of ${id}`, reason: 'own school' })),
    });
    const of = problem({
      leads: [
        person('Ada', { ...freeIn(WEEK_1), ...away('R2') }),
        person('Ben', { ...freeIn(WEEK_1), ...away('R0') }),
        person('Cy', { availability: {}, ...away('R0', 'R1') }),
      ],
      reviews: ['R0', 'R1', 'R2', 'R3'].map((id) => review(id, inWeeks(WEEK_1))),
      weeks: [WEEK_1],
    });
    const rows = [row('R0'), led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_1), row('R3')];
    expect(askedOf('Cy', of, rows)).toContain(`AVAILABILITY ${WEEK_1}`);
    // Nobody is in the way of R0 once Ada leads nothing.
    const idle = [row('R0'), row('R1'), led('R2', 'Ben', WEEK_1), row('R3')];
    expect(askedOf('Cy', of, idle).filter(isForAWindow)).toEqual([]);
  });

  it('look at what fills a term only where the week itself is free', () => {
    // Ada leads R1 in week 1 and R2 in week 2. R0 could be in week 1, or in week 3, which is free.
    const strangers = ['R1', 'R2'].map((id) =>
      person(`For ${id}`, {
        availability: {},
        conflicts: ['R0', 'R1', 'R2']
          .filter((other) => other !== id)
          .map((other) => ({ urn: `urn of ${other}`, reason: 'own school' })),
      }),
    );
    const of = (...weeks: string[]): Problem =>
      problem({
        leads: [
          person('Ada', { ...freeIn(WEEK_1, WEEK_2, WEEK_3), ...limits({ term: 2 }) }),
          ...strangers,
        ],
        reviews: [
          review('R0', inWeeks(...weeks)),
          review('R1', inWeeks(WEEK_1)),
          review('R2', inWeeks(WEEK_2)),
        ],
        weeks: [WEEK_1, WEEK_2, WEEK_3],
      });
    const rows = [row('R0'), led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    const who = (each: Problem): string[] =>
      strangers.map(({ id }) => id).filter((id) => askedOf(id, each, rows).some(isForAWindow));
    expect(who(of(WEEK_1))).toEqual(['For R1']);
    expect(who(of(WEEK_3))).toEqual(['For R1', 'For R2']);
  });

  it('look at the twenty nearest reviews that stand in the way', () => {
    // R0 in week 1 is held up by R1, that by R2 and so on; each has a stranger of its own who could take it if free.
    const count = 25;
    const ids = Array.from({ length: count }, (_, i) => `R${i}`);
    const only = (...mine: string[]): Pick<Lead, 'conflicts'> => ({
      conflicts: ids
        .filter((id) => !mine.includes(id))
        .map((id) => ({ urn: `urn of ${id}`, reason: 'own school' })),
    });
    const of = problem({
      leads: ids.flatMap((id, i) => [
        person(`Of ${id}`, { ...freeIn(WEEK_1), ...only(id, `R${i - 1}`) }),
        person(`For ${id}`, { availability: {}, ...only(id) }),
      ]),
      reviews: ids.map((id) => review(id, inWeeks(WEEK_1))),
      weeks: [WEEK_1],
    });
    const rows = ids.map((id, i) => (i === 0 ? row(id) : led(id, `Of ${id}`, WEEK_1)));
    const reached = ids.filter((id) => askedOf(`For ${id}`, of, rows).some(isForAWindow));
    expect(reached).toEqual(ids.slice(0, 21));
  });

  it('are made of nobody who may neither lead nor assure', () => {
    const of = problem({
      leads: [
        person('Ada', { roles: ['SHADOW'], ...limits({ term: 1 }) }),
        person('Eve', { roles: ['QUALITY_ASSURER'], availability: {}, ...limits({ term: 1 }) }),
      ],
      reviews: [review('R0', inWeeks(WEEK_1))],
    });
    expect(askedOf('Ada', of, [row('R0')])).toEqual([]);
    // Nobody is new, so nobody needs an assurer; but her term could be longer for others.
    expect(askedOf('Eve', of, [row('R0')])).toEqual(['TERM_LIMIT']);
    const withNew = { ...of, leads: [...of.leads, person('New', { isNew: true })] };
    expect(askedOf('Eve', withNew, [row('R0')])).toContain(`AVAILABILITY ${WEEK_1}`);
  });
});

describe('facts missing', () => {
  it('are those that leave no rule to refuse, and none where somebody cannot be asked', () => {
    const met = { none: 0, some: 0 };
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 2, weeks: 2 }), (of) => {
        for (const lead of of.leads) {
          for (const each of of.reviews) {
            for (const slot of slotsOf(of)) {
              const facts = factsMissing(seatingOf(of, lead, each, slot));
              if (facts === null) {
                met.none++;
                continue;
              }
              met.some += facts.length;
              expect(refusingWith(of, { lead, at: each, slot, role: 'LEAD' }, facts)).toBe(0);
              for (const fact of facts) {
                const fewer = facts.filter((other) => other !== fact);
                expect(
                  refusingWith(of, { lead, at: each, slot, role: 'LEAD' }, fewer),
                ).toBeGreaterThan(0);
              }
            }
          }
        }
      }),
      { numRuns: CASES, seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(CASES / 5);
  });
});

interface Seat {
  lead: Lead;
  at: Review;
  slot: Slot;
  role: Role;
}

/** How many rules refuse a seat once all these are granted. */
function refusingWith(of: Problem, { lead, at, slot, role }: Seat, asks: readonly Ask[]): number {
  const granted = withAsks(of, asks);
  const person = granted.leads.find(({ id }) => id === lead.id) as Lead;
  const school = granted.reviews.find(({ id }) => id === at.id) as Review;
  return refusingRules({ ...seatingOf(granted, person, school, slot), role }).size;
}

function seatsOn(of: Problem, at: Review, role: Role): Seat[] {
  const people = of.leads.filter(({ roles }) => roles.includes(role));
  return people.flatMap((lead) => slotsOf(of).map((slot) => ({ lead, at, slot, role })));
}

/** Whatever is missing for somebody to lead the review, or assure its quality beside a new lead, where at most three asks do it. */
function ofItsSeats(of: Problem, wanted: Review): Ask[] {
  const roles: Role[] = of.leads.some(({ isNew }) => isNew)
    ? ['LEAD', 'QUALITY_ASSURER']
    : ['LEAD'];
  return roles.flatMap((role) =>
    seatsOn(of, wanted, role).flatMap(({ lead, at, slot }) => {
      const facts = factsMissing({ ...seatingOf(of, lead, at, slot), role }) ?? [];
      return facts.length <= 3 ? facts : [];
    }),
  );
}

function ofLimits(of: Problem): Ask[] {
  return of.leads.flatMap(({ id, roles, limits: { term, restReviews, restWeeks: weeks } }) => {
    const isSeated = roles.includes('LEAD') || roles.includes('QUALITY_ASSURER');
    const all = of.weeks.length;
    const asks: Ask[] = [];
    if (isSeated && term < all) asks.push({ kind: 'TERM_LIMIT', lead: id, reviews: term + 1 });
    if (isSeated && restReviews < Math.min(weeks, all)) {
      asks.push({ kind: 'REST', lead: id, reviews: restReviews + 1, weeks });
    }
    return asks;
  });
}

const unpin = (_: unknown, pin: number): Ask => ({ kind: 'UNPIN', pin });

/** Whether somebody may lead the review in some slot with this granted, and may not without it. */
function permitsAlone(of: Problem, at: Review, ask: Ask): boolean {
  return seatsOn(of, at, 'LEAD').some(
    (seat) => refusingWith(of, seat, []) > 0 && refusingWith(of, seat, [ask]) === 0,
  );
}

function isLed(rows: readonly SeatRow[], id: string): boolean {
  return rows.some(({ review: each, lead }) => each === id && lead !== null);
}

/** What one person is asked for on behalf of R0, the first review. */
function askedOf(who: string, of: Problem, rows: readonly SeatRow[]): string[] {
  return asksConsidered(of, rows, of.reviews[0] as Review).flatMap(({ ask }) => {
    if (!('lead' in ask) || ask.lead !== who) return [];
    return [ask.kind === 'AVAILABILITY' ? `AVAILABILITY ${ask.slot.week}` : ask.kind];
  });
}

function isForAWindow(ask: string): boolean {
  return ask.startsWith('AVAILABILITY');
}
