import {
  type Conflict,
  type Lead,
  type Review,
  type Role,
  type Week,
  WINDOWS,
} from '../../src/solver/problem.js';
import type { GenerateOptions } from '../generate-problem.js';
import { REGION_NAMES, somewhere } from './places.js';
import { NEEDS } from './reviews.js';
import type { SeededRandom } from '../seeded-random.js';

/** Of each hundred people. */
const SHARES = { induction: 6, isNew: 10, assurers: 25, fewAssurers: 2, serving: 35, special: 30 };

/** Who somebody is, before what they can do this term. */
interface Standing {
  inInduction: boolean;
  isNew: boolean;
  mayAssure: boolean;
  /** A serving leader: a lower minimum, a lower limit and an own school. */
  isServing: boolean;
  knowsSpecial: boolean;
}

/** The pool: some in induction, some new, some who may assure, some serving leaders. */
export function generatePeople(
  options: GenerateOptions,
  weeks: Week[],
  reviews: Review[],
  random: SeededRandom,
): Lead[] {
  const ids = Array.from({ length: options.leads }, (_, index) => `L${index + 1}`);
  const share = (percent: number): number => Math.round((options.leads * percent) / 100);
  const shuffled = random.sample(ids, ids.length);
  const induction = new Set(shuffled.slice(0, share(SHARES.induction)));
  const fresh = new Set(shuffled.slice(induction.size, induction.size + share(SHARES.isNew)));
  const pool = shuffled.slice(induction.size + fresh.size);
  const assurers = options.shortOfAssurers
    ? Math.max(1, share(SHARES.fewAssurers))
    : share(SHARES.assurers);
  const assuring = new Set(random.sample(pool, assurers));
  const serving = new Set(random.sample(ids, share(SHARES.serving)));
  const special = new Set(random.sample(ids, share(SHARES.special)));
  return ids.map((id) =>
    generatePerson(
      id,
      {
        inInduction: induction.has(id),
        isNew: fresh.has(id),
        mayAssure: assuring.has(id),
        isServing: serving.has(id),
        knowsSpecial: special.has(id),
      },
      weeks,
      reviews,
      random,
    ),
  );
}

function generatePerson(
  id: string,
  standing: Standing,
  weeks: Week[],
  reviews: Review[],
  random: SeededRandom,
): Lead {
  const { region, lat, lon } = somewhere(random);
  const availability = generateAvailability(weeks, random);
  const minimum = standing.isServing ? 3 : 6;
  const cap = standing.isServing ? 4 : 6;
  const term = random.chance(0.2) ? random.between(2, cap) : cap;
  const hasBegun = !standing.inInduction && !standing.isNew;
  const done = hasBegun ? random.between(0, standing.isServing ? 1 : 2) : 0;
  const share = Math.floor((minimum - done) / 2 + random.fraction());
  return {
    id,
    roles: rolesOf(standing),
    isNew: standing.isNew,
    home: { lat, lon },
    phases: phasesOf(standing, random),
    needs: standing.knowsSpecial ? random.sample(NEEDS.slice(0, 6), random.between(2, 5)) : [],
    conflicts: generateConflicts(standing, reviews, random),
    regions: generateRegions(region, random),
    availability,
    commitment: {
      minimum,
      done,
      target: standing.inInduction ? 0 : Math.min(share, term, Object.keys(availability).length),
    },
    limits: {
      term,
      restReviews: 3,
      restWeeks: 4,
      maxKm: random.chance(0.3) ? random.between(15, 45) * 10 : null,
    },
  };
}

function rolesOf({ inInduction, mayAssure }: Standing): Role[] {
  if (inInduction) return ['SHADOW'];
  return mayAssure ? ['LEAD', 'QUALITY_ASSURER'] : ['LEAD'];
}

function phasesOf({ knowsSpecial }: Standing, random: SeededRandom): string[] {
  const both = ['primary', 'secondary'];
  const mainstream = random.chance(0.5) ? both : random.sample(both, 1);
  if (!knowsSpecial) return mainstream;
  return random.chance(0.6) ? ['special', ...mainstream] : ['special'];
}

/** Each person is free in 35 to 85 of a hundred windows. */
function generateAvailability(weeks: Week[], random: SeededRandom): Lead['availability'] {
  const share = random.between(35, 85) / 100;
  const availability: Lead['availability'] = {};
  for (const week of weeks) {
    for (const window of WINDOWS) {
      if (!random.chance(share)) continue;
      const grade = random.pick(['PREFERRED', 'AVAILABLE', 'AVAILABLE', 'IF_NEEDED'] as const);
      availability[week] = { ...availability[week], [window]: grade };
    }
  }
  return availability;
}

/** The own region is preferred; of the others two in nine are graded down, one person in four has a NO. */
function generateRegions(home: string, random: SeededRandom): Lead['regions'] {
  const others = random.sample(
    REGION_NAMES.filter((region) => region !== home),
    3,
  );
  const regions: Lead['regions'] = { [home]: 'PREFERRED' };
  for (const [index, region] of others.entries()) {
    regions[region] = index === 0 && random.chance(0.25) ? 'NO' : 'RELUCTANT';
  }
  return regions;
}

/** Serving leaders have a school and trust of their own; most people have been to a few schools before. */
function generateConflicts(
  { isServing }: Standing,
  reviews: Review[],
  random: SeededRandom,
): Conflict[] {
  const conflicts: Conflict[] = [];
  if (reviews.length === 0) return conflicts;
  if (isServing) {
    const { urn, trust } = random.pick(reviews);
    conflicts.push({ urn, ...(trust === null ? {} : { trust }), reason: 'Own school and trust' });
  }
  for (const { urn } of random.sample(reviews, random.between(0, 3))) {
    conflicts.push({ urn, reason: 'Led a review there within two years' });
  }
  return conflicts;
}
