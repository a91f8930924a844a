/** Random tiny problems that stress every rule of problem-format.md, for the properties. */
import fc, { type Arbitrary } from 'fast-check';
import {
  AVAILABILITY_GRADES,
  type Ban,
  type ClosedSlot,
  type Conflict,
  DEFAULT_POLICY,
  HOST_GRADES,
  type Lead,
  type Pin,
  type Policy,
  PROBLEM_FORMAT,
  type Problem,
  REGION_GRADES,
  type Review,
  type Role,
  ROLES,
  type SeatRow,
  type Slot,
  WINDOWS,
} from '../../src/solver/problem.js';
import {
  bans,
  constants,
  NOT_A_WEEK,
  pins,
  plausibleRows,
  publishedRows,
  slotOrElsewhere,
  usually,
} from './generate-mentions.js';

/** School weeks with a half-term gap after the second: neighbours in the list, not in the calendar. */
const MONDAYS = ['2027-01-11', '2027-01-18', '2027-02-01', '2027-02-08'];
const PHASES = ['special', 'primary'];
const NEEDS = ['ASD', 'SEMH', 'PMLD'];
const URNS = ['100001', '100002', '100003', '100004'];
const TRUSTS = ['T1', 'T2'];
/** The last is a name that every object seems to have. */
const REGIONS = ['North East', 'South East', 'London', 'constructor'];
/** Darlington twice, so that distances of 0 occur; then about 25, 75 and 350 km away. */
const PLACES = [
  { lat: 54.52, lon: -1.55 },
  { lat: 54.52, lon: -1.55 },
  { lat: 54.57, lon: -1.23 },
  { lat: 53.96, lon: -1.08 },
  { lat: 51.5, lon: -0.12 },
];

/** How large a problem may get. */
export interface Size {
  people: number;
  reviews: number;
  weeks: number;
}

export const TINY: Size = { people: 5, reviews: 4, weeks: 4 };

function range(least: number, most: number): number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

/** Problems of at most `size`; all within the file format's ranges, many with little to choose from. */
export function tinyProblem(size: Size = TINY): Arbitrary<Problem> {
  const upTo = (most: number): Arbitrary<number> =>
    usually(constants(...range(2, most)), 12, constants(0, 1));
  return fc
    .record({
      people: upTo(size.people),
      reviews: upTo(size.reviews),
      weeks: constants(...range(1, size.weeks)),
    })
    .chain(({ people, reviews, weeks }) =>
      problemOf(names('P', people), names('R', reviews), MONDAYS.slice(0, weeks)),
    );
}

function problemOf(people: string[], reviews: string[], weeks: string[]): Arbitrary<Problem> {
  const slots = weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
  return fc
    .record({
      leads: fc.tuple(...people.map((id) => person(id, slots))),
      reviews: fc.tuple(...reviews.map((id) => review(id, slots))),
    })
    .chain(({ leads, reviews }) => {
      const mentions = { leads, reviews, slots, plausible: plausibleRows(leads, reviews) };
      return fc.record({
        format: fc.constant(PROBLEM_FORMAT),
        name: fc.constant('Tiny'),
        weeks: fc.constant(weeks),
        closed: usually(fc.constant<ClosedSlot[]>([]), 4, closedSlots(slots)),
        leads: fc.constant(leads),
        reviews: fc.constant(reviews),
        published: usually(fc.constant<SeatRow[]>([]), 2, publishedRows(mentions)),
        pins: usually(fc.constant<Pin[]>([]), 2, pins(mentions)),
        bans: usually(fc.constant<Ban[]>([]), 3, bans(mentions)),
        policy: policy(),
      });
    });
}

function closedSlots(slots: Slot[]): Arbitrary<ClosedSlot[]> {
  const closed = slotOrElsewhere(slots).map((slot) => ({ ...slot, reason: 'training day' }));
  return fc.array(closed, { maxLength: 2 });
}

function person(id: string, slots: Slot[]): Arbitrary<Lead> {
  const roles = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Role[]>(['LEAD']) },
    { weight: 6, arbitrary: fc.constant<Role[]>(['LEAD', 'QUALITY_ASSURER']) },
    { weight: 1, arbitrary: fc.constant<Role[]>(['QUALITY_ASSURER']) },
    { weight: 2, arbitrary: fc.constant<Role[]>(['SHADOW']) },
    { weight: 2, arbitrary: fc.subarray([...ROLES]) },
  );
  return fc
    .record({
      id: fc.constant(id),
      roles,
      owesAssurance: usually(fc.constant(false), 3, fc.constant(true)),
      home: fc.constantFrom(...PLACES),
      phases: usually(fc.constant(PHASES), 8, fc.subarray(PHASES)),
      needs: usually(fc.constant(NEEDS), 2, fc.subarray(NEEDS)),
      conflicts: usually(fc.constant<Conflict[]>([]), 4, fc.array(conflict(), { maxLength: 2 })),
      regions: fc.dictionary(
        fc.constantFrom(...REGIONS),
        usually(
          constants(...REGION_GRADES.filter((grade) => grade !== 'NO')),
          4,
          constants(...REGION_GRADES),
        ),
        { noNullPrototype: true },
      ),
      availability: availability(slots),
      commitment: fc.record({
        minimum: fc.integer({ min: 0, max: 7 }),
        done: usually(fc.integer({ min: 0, max: 3 }), 20, fc.constant(1000)),
        target: usually(fc.integer({ min: 0, max: 3 }), 20, fc.constant(1000)),
      }),
      limits: fc.record({
        term: usually(fc.integer({ min: 1, max: 5 }), 10, fc.integer({ min: 0, max: 1000 })),
        restReviews: usually(fc.integer({ min: 1, max: 3 }), 12, fc.constant(0)),
        restWeeks: usually(fc.integer({ min: 1, max: 5 }), 20, fc.constant(1000)),
        maxKm: usually(fc.constant(null), 6, constants<number | null>(0, 30, 100, 200)),
      }),
    })
    .map(({ owesAssurance, ...rest }) => ({
      ...rest,
      isNew: owesAssurance && rest.roles.includes('LEAD'),
    }));
}

function conflict(): Arbitrary<Conflict> {
  const reason = fc.constant('works there');
  const urn = fc.constantFrom(...URNS);
  const trust = fc.constantFrom(...TRUSTS);
  return fc.oneof(
    fc.record({ urn, reason }),
    fc.record({ trust, reason }),
    fc.record({ urn, trust, reason }),
  );
}

function availability(slots: Slot[]): Arbitrary<Lead['availability']> {
  const grade = fc.option(fc.constantFrom(...AVAILABILITY_GRADES), { freq: 4, nil: undefined });
  return fc.tuple(...slots.map(() => grade), fc.boolean()).map((drawn) => {
    const declared: Lead['availability'] = {};
    for (const [index, { week, window }] of slots.entries()) {
      const given = drawn[index];
      if (typeof given === 'string') declared[week] = { ...declared[week], [window]: given };
    }
    if (drawn.at(-1) === true) declared[NOT_A_WEEK] = { MON_WED: 'PREFERRED' };
    return declared;
  });
}

function review(id: string, slots: Slot[]): Arbitrary<Review> {
  return fc
    .record({
      urn: fc.constantFrom(...URNS),
      trust: fc.constantFrom(null, ...TRUSTS),
      region: usually(constants('North East', 'London', 'South East'), 12, constants(...REGIONS)),
      phase: usually(fc.constant('special'), 4, constants(...PHASES)),
      place: fc.constantFrom(...PLACES),
      needs: usually(fc.subarray(NEEDS, { maxLength: 2 }), 4, fc.constant<string[]>([])),
      priority: usually(fc.integer({ min: 1, max: 3 }), 25, fc.constant(1_000_000)),
      windows: usually(
        fc.subarray(slots, { minLength: Math.min(2, slots.length) }),
        12,
        fc.subarray(slots, { maxLength: 1 }),
      ).chain((offered) =>
        fc.tuple(
          ...offered.map((slot) =>
            fc.constantFrom(...HOST_GRADES).map((grade) => ({ ...slot, grade })),
          ),
        ),
      ),
    })
    .map(({ place, ...rest }) => ({ id, ...rest, ...place }));
}

/** The default, or small weights that often tie or vanish. */
function policy(): Arbitrary<Policy> {
  const weight = usually(fc.integer({ min: 0, max: 4 }), 10, constants(0, 100, 1000));
  const drawn = fc.record({
    availability: fc.record({ PREFERRED: weight, AVAILABLE: weight, IF_NEEDED: weight }),
    hostWindow: fc.record({ PREFERRED: weight, ACCEPTABLE: weight }),
    region: fc.record({ PREFERRED: weight, WILLING: weight, RELUCTANT: weight }),
    unmatchedNeed: weight,
    travelStepKm: fc.integer({ min: 1, max: 50 }),
    travelStep: fc.integer({ min: 0, max: 2 }),
    overnightKm: fc.integer({ min: 0, max: 150 }),
    overnight: weight,
    roadFactor: fc.constantFrom(1, 1.3, 0.75, 2),
    companyChange: weight,
  });
  return fc.oneof(fc.constant(DEFAULT_POLICY), drawn);
}
