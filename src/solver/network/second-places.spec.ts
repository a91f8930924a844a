import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { companionable } from '../../../test/solver/companionable.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { levelsOf, partsOf } from '../../../test/solver/network-parts.js';
import type { LegalPlan } from '../../../test/solver/random-plans.js';
import { company } from '../aims/company.js';
import { AIMS } from '../plan.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { type Conflict, LeadsBeside } from './leads-beside.js';
import { RestrictedNetwork } from './restricted-network.js';
import { type SecondDecisions, type SecondPlace, SecondPlaces } from './second-places.js';

const SEED = 1;
const MOST_PLANS = 20_000;
interface Best {
  places: SecondPlaces;
  leads: LeadsBeside;
  /** The plans that cost what the flow costs; with as many shadows as any, unless a number was given. */
  plans: LegalPlan[];
}

/**
 * @param shadows how many of them the cheapest places are to have: as many as any, unless said otherwise; the plans may then
 * have any number
 * @returns null where there are too many plans to look at, or none is as good as the flow
 */
function bestOf(of: Problem, shadows?: number): Best | null {
  const { network, seconds } = partsOf(of);
  const restricted = new RestrictedNetwork(of, network, seconds, false, null);
  restricted.apply([]);
  network.solve(() => false);
  const levels = network.values();
  const most = shadows ?? seconds.mostShadows();
  const isBest = ({ values }: LegalPlan): boolean =>
    (shadows !== undefined || values[AIMS.indexOf('shadowing')] === most) &&
    levelsOf(of, values).every((cost, level) => cost === levels[level]);
  const plans = everyPlan(of, MOST_PLANS)?.filter(isBest) ?? [];
  if (plans.length === 0) return null;
  const places = new SecondPlaces(of, network, restricted, seconds, [], most);
  const limits = { shouldStop: () => false, best: () => levels };
  return { places, plans, leads: new LeadsBeside(of, network, restricted, places, limits, []) };
}

/** Whether a plan has a second seat at a place. */
function has(of: Problem, { rows }: LegalPlan, place: SecondPlace): boolean {
  const row = rows[place.review] as SeatRow;
  const who = place.role === 'SHADOW' ? row.shadow : row.qualityAssurer;
  const isBeside = place.newLead === null || row.lead === of.leads[place.newLead]?.id;
  const { week, window } = place.slot;
  return (
    who === of.leads[place.person]?.id && row.week === week && row.window === window && isBeside
  );
}

/** All places that the cheapest can be of. */
function allPlaces(places: SecondPlaces): SecondPlace[] {
  const refused = new Set<SecondPlace>();
  for (;;) {
    const found = places.cheapest({ refused, assured: [] })?.places ?? [];
    if (found.length === 0) return [...refused];
    for (const place of found) refused.add(place);
  }
}

/** Those of different people on different reviews. */
const apart = (places: readonly SecondPlace[]): SecondPlace[] =>
  places.filter((place, index) =>
    places
      .slice(0, index)
      .every((other) => other.person !== place.person && other.review !== place.review),
  );

const companyOf = (of: Problem, { values }: LegalPlan): number =>
  (values[AIMS.indexOf('company')] as number) - company.start(of);

describe('the cheapest places for second seats', () => {
  it('cost no more than the company of any best plan without those refused, and often just that', () => {
    const ends = { attained: 0, below: 0, none: 0 };
    fc.assert(
      fc.property(companionable, fc.infiniteStream(fc.nat(9)), (of, stream) => {
        const best = bestOf(of);
        if (!best) return;
        let { plans } = best;
        const refused = new Set<SecondPlace>();
        for (let round = 0; round < 6; round++) {
          const decisions: SecondDecisions = { refused, assured: [] };
          const cheapest = best.places.cheapest(decisions);
          if (!cheapest) {
            expect(plans).toEqual([]);
            ends.none++;
            return;
          }
          const { places, cost } = cheapest;
          expect(places.reduce((sum, place) => sum + place.cost, 0)).toBe(cost);
          expect(places.some((place) => refused.has(place))).toBe(false);
          const least = Math.min(...plans.map((plan) => companyOf(of, plan)));
          expect(cost).toBeLessThanOrEqual(least);
          if (plans.length > 0) ends[cost === least ? 'attained' : 'below']++;
          const worst = places[stream.next().value % Math.max(1, places.length)];
          if (!worst) return;
          refused.add(worst);
          plans = plans.filter((plan) => !has(of, plan, worst));
        }
      }),
      { numRuns: 30, seed: SEED },
    );

    expect(ends.attained).toBeGreaterThan(4 * ends.below);
    expect(ends.none).toBeGreaterThan(0);
  });

  it('include an assurer of each new lead who is said to be assured', () => {
    let assured = 0;
    fc.assert(
      fc.property(companionable, (of) => {
        const best = bestOf(of);
        if (!best) return;
        for (const newLead of of.leads.flatMap((lead, index) => (lead.isNew ? [index] : []))) {
          const decisions: SecondDecisions = { refused: new Set(), assured: [newLead] };
          expect(best.places.isNeeding(newLead, decisions)).toBe(true);
          const cheapest = best.places.cheapest(decisions);
          const id = of.leads[newLead]?.id;
          const isAssured = ({ rows }: LegalPlan): boolean =>
            rows.some(({ lead, qualityAssurer }) => lead === id && qualityAssurer !== null);
          const theirs = best.plans.filter(isAssured);
          if (theirs.length === 0) continue;
          assured++;
          expect(cheapest?.places.some((place) => place.newLead === newLead)).toBe(true);
          const least = Math.min(...theirs.map((plan) => companyOf(of, plan)));
          expect(cheapest?.cost).toBeLessThanOrEqual(least);
          if (theirs.length < best.plans.length) continue;
          expect(best.places.isNeeding(newLead, { ...decisions, assured: [] })).toBe(true);
        }
      }),
      { numRuns: 40, seed: SEED },
    );

    expect(assured).toBeGreaterThan(0);
  });
});

describe('leads beside places', () => {
  it('are found wherever a best plan has all of these places, and a conflict is one for every plan', () => {
    const ends = { fit: 0, misfit: 0 };
    const where = fc.constantFrom('ON_FACE' as const, 'WHOLLY' as const);
    const tries = fc.array(fc.tuple(where, fc.array(fc.nat(99), { minLength: 1, maxLength: 3 })), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(companionable, tries, (of, drawn) => {
        // By one at a time all places come up.
        const best = bestOf(of, 1);
        if (!best) return;
        const { places, leads, plans } = best;
        const all = allPlaces(places);
        if (all.length === 0) return;
        for (const [each, numbers] of drawn) {
          const wanted = apart(numbers.map((at) => all[at % all.length] as SecondPlace));
          const isPossible = plans.some((plan) => wanted.every((place) => has(of, plan, place)));
          if (leads.overbooked(wanted)) expect(isPossible).toBe(false);
          const fit = leads.fit([], wanted, each);
          if (isPossible) expect(fit).not.toBe('MISFIT');
          ends[fit === 'MISFIT' ? 'misfit' : 'fit']++;
          if (fit !== 'MISFIT') continue;
          const conflict = leads.smallestConflict([], wanted, each) as Conflict;
          const hasOneOfEach = (plan: LegalPlan): boolean =>
            conflict.every((group) => group.some((place) => has(of, plan, place)));
          expect(plans.filter(hasOneOfEach)).toEqual([]);
          const theirs = conflict.map((group) => group.find((place) => wanted.includes(place)));
          expect(theirs).not.toContain(undefined);
          for (const without of conflict.keys()) {
            const others = theirs.filter((_, index) => index !== without) as SecondPlace[];
            expect(leads.fit([], others, each)).not.toBe('MISFIT');
          }
        }
      }),
      { numRuns: 60, seed: SEED },
    );

    expect(ends.fit).toBeGreaterThan(0);
    expect(ends.misfit).toBeGreaterThan(0);
  });

  it.each(['ON_FACE', 'WHOLLY'] as const)(
    'say of whom it does not matter that they sit there (%s)',
    (where) => {
      // Either would come in the first week; of the two reviews only one can be in it, whoever comes.
      const earlyBird = (id: string): Lead =>
        person(id, {
          roles: ['SHADOW'],
          availability: { [WEEK_1]: { MON_WED: 'PREFERRED' }, [WEEK_2]: { MON_WED: 'AVAILABLE' } },
        });
      const of = problem({
        weeks: [WEEK_1, WEEK_2],
        leads: [person('Ada'), earlyBird('Sam'), earlyBird('Sue')],
        reviews: ['R1', 'R2'].map((id) => review(id, inWeeks(WEEK_1, WEEK_2))),
      });
      const { leads, places, plans } = bestOf(of) as Best;
      expect(plans).toHaveLength(4);
      const cheapest = places.cheapest({ refused: new Set(), assured: [] })?.places ?? [];
      expect(cheapest.map(({ week }) => week)).toEqual([0, 0]);
      expect(leads.overbooked(cheapest)).toBeUndefined();
      expect(leads.fit([], cheapest, where)).toBe('MISFIT');
      const conflict = leads.smallestConflict([], cheapest, where) ?? [];
      const told = conflict.map((group) =>
        group.map(({ review: at, week, person: who }) => [at, week, who]),
      );
      const bothIn = (at: number): number[][] => [
        [at, 0, 1],
        [at, 0, 2],
      ];
      expect(new Set(told)).toEqual(new Set([bothIn(0), bothIn(1)]));
      const alone = cheapest.slice(0, 1);
      expect(leads.fit([], alone, where)).toBe('FIT');
      const again = leads.smallestConflict(
        [{ kind: 'WEEK_BLOCKED', person: 0, week: 0 }],
        alone,
        where,
      );
      // Without that week a review goes without a lead, whoever sits where.
      expect(again).toEqual([]);
    },
  );

  it('are overbooked where somebody would have two seats in a week, or more than their limit', () => {
    const of = problem({
      weeks: [WEEK_1, WEEK_2],
      leads: [
        person('Nia', { isNew: true }),
        person('Noa', { isNew: true }),
        person('Qi', { roles: ['QUALITY_ASSURER'], ...limits({ term: 1 }) }),
      ],
      reviews: [review('R1', inWeeks(WEEK_1)), review('R2', inWeeks(WEEK_2))],
    });
    const { network, seconds } = partsOf(of);
    const restricted = new RestrictedNetwork(of, network, seconds, false, null);
    restricted.apply([]);
    network.solve(() => false);
    const places = new SecondPlaces(of, network, restricted, seconds, [], 0);
    const bounds = { shouldStop: () => false, best: () => network.values() };
    const leads = new LeadsBeside(of, network, restricted, places, bounds, []);
    const both = places.cheapest({ refused: new Set(), assured: [0, 1] })?.places ?? [];
    expect(both.map(({ person: who }) => who)).toEqual([2, 2]);
    expect(leads.overbooked(both)).toEqual(both.map((place) => [place]));
    expect(leads.overbooked(both.slice(0, 1))).toBeUndefined();
  });
});
