import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import { type Plan } from '../../solver/plan.js';
import { type Lead, type Problem, type Review, type SeatRow } from '../../solver/problem.js';

/** Some of the reviews: how many have a lead. */
export interface CoverageCount {
  covered: number;
  reviews: number;
}

/** How a plan serves the term, in numbers that people ask for. Distances are by road, in miles. */
export interface PlanSummary {
  coverage: CoverageCount;
  /** By region, the regions of the problem in alphabetical order. */
  regions: (CoverageCount & { region: string })[];
  commitment: {
    /** People who may lead, and how many of them reach this term's target. */
    people: number;
    reachTarget: number;
    /** Reviews short of the targets, in all, and the people who are short, those most short first. */
    shortBy: number;
    short: { person: string; led: number; target: number }[];
    /** People who will have met the year's minimum at the end of the term. */
    metMinimum: number;
    /** Reviews that the minimums of all ask for in the year, led in earlier terms, and in this plan. */
    yearMinimum: number;
    ledBefore: number;
    ledNow: number;
    /** Reviews still to place after this plan, so that everybody meets their minimum. */
    leftAfter: number;
  };
  balance: {
    /** How many people lead no review, one, two, … in this plan, by number. */
    peopleByReviewsLed: number[];
    /** The largest and smallest part of their year's minimum that people will have led. */
    largestShare: number;
    smallestShare: number;
  };
  travel: {
    /** One way, over lead seats. */
    miles: number;
    medianMiles: number;
    longest: { person: string; review: string; miles: number } | null;
    /** Lead seats further than the policy's overnight distance. */
    overnight: number;
  };
  seats: { qualityAssurers: number; shadows: number; shadowsWaiting: number; newLeads: number };
}

interface LedReview {
  row: SeatRow;
  lead: Lead;
  review: Review;
  km: number;
}

/** A plan in numbers, from a problem and a plan that belong together. */
export function summarisePlan(problem: Problem, plan: Plan): PlanSummary {
  const led = ledReviews(problem, plan);
  return {
    coverage: { covered: led.length, reviews: problem.reviews.length },
    regions: regionsOf(problem, led),
    commitment: commitmentOf(problem, led),
    balance: balanceOf(problem, led),
    travel: travelOf(problem, led),
    seats: seatsOf(problem, plan, led),
  };
}

function ledReviews(problem: Problem, plan: Plan): LedReview[] {
  const leads = new Map(problem.leads.map((lead) => [lead.id, lead]));
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  return plan.reviews.flatMap((row) => {
    const lead = leads.get(row.lead ?? '');
    const review = reviews.get(row.review);
    if (!lead || !review) return [];
    return [{ row, lead, review, km: roadKm(lead.home, review, problem.policy.roadFactor) }];
  });
}

function regionsOf(problem: Problem, led: readonly LedReview[]): PlanSummary['regions'] {
  const regions = [...new Set(problem.reviews.map(({ region }) => region))].sort();
  return regions.map((region) => ({
    region,
    covered: led.filter(({ review }) => review.region === region).length,
    reviews: problem.reviews.filter((review) => review.region === region).length,
  }));
}

function commitmentOf(problem: Problem, led: readonly LedReview[]): PlanSummary['commitment'] {
  const people = problem.leads.filter(({ roles }) => roles.includes('LEAD'));
  const count = countsOf(led);
  const short = people
    .map((lead) => ({
      person: lead.id,
      led: count(lead),
      target: lead.commitment.target,
    }))
    .filter((person) => person.led < person.target)
    .sort((a, b) => b.target - b.led - (a.target - a.led));
  return {
    people: people.length,
    reachTarget: people.length - short.length,
    shortBy: short.reduce((sum, person) => sum + person.target - person.led, 0),
    short,
    metMinimum: people.filter((lead) => leftOf(lead, count(lead)) === 0).length,
    yearMinimum: sumOf(people, ({ commitment: { minimum } }) => minimum),
    ledBefore: sumOf(people, ({ commitment: { done } }) => done),
    ledNow: sumOf(people, count),
    leftAfter: sumOf(people, (lead) => leftOf(lead, count(lead))),
  };
}

function leftOf({ commitment: { minimum, done } }: Lead, ledNow: number): number {
  return Math.max(0, minimum - done - ledNow);
}

function sumOf(people: readonly Lead[], of: (lead: Lead) => number): number {
  return people.reduce((sum, lead) => sum + of(lead), 0);
}

function balanceOf(problem: Problem, led: readonly LedReview[]): PlanSummary['balance'] {
  const people = problem.leads.filter(({ roles }) => roles.includes('LEAD'));
  const count = countsOf(led);
  const counts = people.map(count);
  const shares = people.map(
    (lead) => (lead.commitment.done + count(lead)) / Math.max(1, lead.commitment.minimum),
  );
  return {
    peopleByReviewsLed: Array.from(
      { length: Math.max(0, ...counts) + 1 },
      (_, reviews) => counts.filter((each) => each === reviews).length,
    ),
    largestShare: Math.max(0, ...shares),
    smallestShare: shares.length === 0 ? 0 : Math.min(...shares),
  };
}

function travelOf(problem: Problem, led: readonly LedReview[]): PlanSummary['travel'] {
  const byDistance = [...led].sort((a, b) => a.km - b.km);
  const longest = byDistance.at(-1);
  const middle = byDistance[Math.floor(byDistance.length / 2)];
  return {
    miles: Math.round(led.reduce((sum, { km }) => sum + km, 0) / KM_PER_MILE),
    medianMiles: Math.round((middle?.km ?? 0) / KM_PER_MILE),
    longest: longest
      ? {
          person: longest.lead.id,
          review: longest.review.id,
          miles: Math.round(longest.km / KM_PER_MILE),
        }
      : null,
    overnight: led.filter(({ km }) => km > problem.policy.overnightKm).length,
  };
}

function seatsOf(problem: Problem, plan: Plan, led: readonly LedReview[]): PlanSummary['seats'] {
  const shadows = plan.reviews.filter(({ shadow }) => shadow !== null).length;
  const inInduction = problem.leads.filter(({ roles }) => roles.includes('SHADOW')).length;
  return {
    qualityAssurers: plan.reviews.filter(({ qualityAssurer }) => qualityAssurer !== null).length,
    shadows,
    shadowsWaiting: inInduction - shadows,
    newLeads: new Set(led.filter(({ lead }) => lead.isNew).map(({ lead }) => lead.id)).size,
  };
}

function countsOf(led: readonly LedReview[]): (lead: Lead) => number {
  const counts = new Map<Lead, number>();
  for (const { lead } of led) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return (lead) => counts.get(lead) ?? 0;
}
