import {
  AVAILABILITY_GRADES,
  type AvailabilityGrade,
  type Lead,
  type Limits,
  type Location,
  type Problem,
  REGION_GRADES,
  type RegionGrade,
  type Slot,
  WINDOWS,
} from '../problem.js';

/** Whom one asks for: where they live and what they can review. All else is usual. */
export interface TypicalWish {
  /** Named like nobody in the problem. */
  id: string;
  home: Location;
  /** The region of that home. */
  region: string;
  phases: readonly string[];
  needs: readonly string[];
}

/** What is taken where nobody of the problem leads: the programme's rules (`docs/domain.md`, "The Lead Reviewer"). */
const WITHOUT_POOL: { limits: Limits; minimum: number } = {
  limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
  minimum: 6,
};

/**
 * One more Lead Reviewer as they usually are *(decided)*. **Usual** is what holds of the pool: those who may lead and are
 * free in at least one open slot; whoever has not answered is not among them. The middle of an even number is the lower one.
 *
 * - **Days**: free in as many open slots as the middle person, namely those in which the most are free (ties: the earlier
 *   one), each with the middle grade of those who are free in it. So they are never more often free than most people.
 * - **Regions**: their own `PREFERRED`; every other the pool's most frequent grade (ties: the less willing).
 * - **Limits**: the middle `term` and `maxKm` (no limit is more than any), and the most frequent rest rule (ties: the stricter).
 * - **Commitment**: the middle minimum and target; nothing led yet.
 * - They may lead and take no other seat, are not new, and have no conflicts.
 *
 * Nothing is drawn: the same problem and wish give the same person. Neither is changed.
 *
 * @throws RangeError when the problem has somebody of that id
 */
export function typicalLead(problem: Problem, wish: TypicalWish): Lead {
  if (problem.leads.some(({ id }) => id === wish.id)) {
    throw new RangeError(
      `Somebody of the problem is ${wish.id}. Maybe name the new lead otherwise.`,
    );
  }
  const open = openSlots(problem);
  const pool = problem.leads.filter(
    (lead) => lead.roles.includes('LEAD') && open.some((slot) => gradeIn(lead, slot)),
  );
  const middleOf = (count: (lead: Lead) => number): number => middle(pool.map(count));
  const isAnyone = pool.length > 0;
  return {
    id: wish.id,
    roles: ['LEAD'],
    isNew: false,
    home: { ...wish.home },
    phases: [...wish.phases],
    needs: [...wish.needs],
    conflicts: [],
    regions: usualRegions(problem, pool, wish.region),
    availability: isAnyone ? usualDays(pool, open) : alwaysFree(open),
    commitment: {
      minimum: isAnyone ? middleOf((lead) => lead.commitment.minimum) : WITHOUT_POOL.minimum,
      done: 0,
      target: isAnyone ? middleOf((lead) => lead.commitment.target) : 0,
    },
    limits: isAnyone ? usualLimits(pool) : { ...WITHOUT_POOL.limits },
  };
}

function openSlots({ weeks, closed }: Problem): Slot[] {
  const isClosed = new Set(closed.map(({ week, window }) => `${week} ${window}`));
  return weeks.flatMap((week) =>
    WINDOWS.map((window): Slot => ({ week, window })).filter(
      ({ window }) => !isClosed.has(`${week} ${window}`),
    ),
  );
}

function gradeIn(lead: Lead, { week, window }: Slot): AvailabilityGrade | undefined {
  return lead.availability[week]?.[window];
}

function usualDays(pool: readonly Lead[], open: readonly Slot[]): Lead['availability'] {
  const slots = open.map((slot) => {
    const grades = pool.flatMap((lead) => gradeIn(lead, slot) ?? []);
    return { slot, grades };
  });
  const count = middle(
    pool.map((lead) => open.filter((slot) => gradeIn(lead, slot) !== undefined).length),
  );
  // Somebody is free in every one of them: the middle person is free in as many.
  const usual = slots.toSorted((a, b) => b.grades.length - a.grades.length).slice(0, count);
  const days: Lead['availability'] = {};
  // In the order of the weeks, however many are free.
  for (const { slot, grades } of slots.filter((each) => usual.includes(each))) {
    days[slot.week] = { ...days[slot.week], [slot.window]: middleGrade(grades) };
  }
  return days;
}

/** Worst first, so that the lower middle is the worse grade. */
function middleGrade(grades: readonly AvailabilityGrade[]): AvailabilityGrade {
  const rank = (grade: AvailabilityGrade): number => -AVAILABILITY_GRADES.indexOf(grade);
  return AVAILABILITY_GRADES[-middle(grades.map(rank))] as AvailabilityGrade;
}

function alwaysFree(open: readonly Slot[]): Lead['availability'] {
  const days: Lead['availability'] = {};
  for (const { week, window } of open) days[week] = { ...days[week], [window]: 'AVAILABLE' };
  return days;
}

/** For every region of the problem's reviews, so that no grade is left to be guessed. */
function usualRegions(
  { reviews }: Problem,
  pool: readonly Lead[],
  home: string,
): Record<string, RegionGrade> {
  const regions = new Set([home, ...reviews.map(({ region }) => region)]);
  const lessWillingFirst = [...REGION_GRADES].reverse();
  const usual = (region: string): RegionGrade => {
    const grades = pool.map((lead) => regionGrade(lead, region));
    return pool.length === 0 ? 'WILLING' : mostFrequent(grades, lessWillingFirst);
  };
  // Not one by one: a region may have a name that every object seems to have.
  return Object.fromEntries(
    [...regions].sort().map((region) => [region, region === home ? 'PREFERRED' : usual(region)]),
  );
}

function regionGrade({ regions }: Lead, region: string): RegionGrade {
  return Object.hasOwn(regions, region) ? (regions[region] as RegionGrade) : 'WILLING';
}

function usualLimits(pool: readonly Lead[]): Limits {
  const rests = pool.map(({ limits: { restReviews, restWeeks } }) => ({ restReviews, restWeeks }));
  const strictestFirst = rests.toSorted(
    (a, b) => a.restReviews - b.restReviews || b.restWeeks - a.restWeeks,
  );
  const words = ({ restReviews, restWeeks }: (typeof rests)[number]): string =>
    `${restReviews} ${restWeeks}`;
  const usual = mostFrequent(rests.map(words), strictestFirst.map(words));
  const rest = rests.find((each) => words(each) === usual) as (typeof rests)[number];
  const furthest = middle(pool.map(({ limits }) => limits.maxKm ?? Infinity));
  return {
    term: middle(pool.map(({ limits }) => limits.term)),
    ...rest,
    maxKm: Number.isFinite(furthest) ? furthest : null,
  };
}

/** The middle one, the lower of two; 0 of none. */
function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** @param order whatever there can be; of those that are as frequent the first */
function mostFrequent<T>(all: readonly T[], order: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return order.find((each) => counts.get(each) === most) as T;
}
