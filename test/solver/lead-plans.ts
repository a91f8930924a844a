/** Every plan of leads of a tiny problem, second seats aside: what the network of leads is tested against. */
import { balance } from '../../src/solver/aims/balance.js';
import { commitment } from '../../src/solver/aims/commitment.js';
import type { LeadArc } from '../../src/solver/network/lead-arcs.js';
import type { LeadNetwork } from '../../src/solver/network/lead-network.js';
import type { Lead, Problem } from '../../src/solver/problem.js';
import { restRuns } from '../../src/solver/rules/rest-is-kept.js';

export interface LeadPlan {
  /** Numbers of the lead arcs that carry a review. */
  used: number[];
  /** What it costs in the network's levels, each review in its cheapest window. */
  levels: number[];
}

/** A run of weeks in which a person is held to their rest. */
export interface HeldRun {
  who: number;
  run: { from: number; to: number };
}

/** All that keep one seat a week, term limits, the leads of pinned reviews, and rest in these runs. */
export function everyLeadPlan(
  of: Problem,
  arcs: readonly LeadArc[],
  held: readonly HeldRun[],
): LeadPlan[] {
  const pinned = new Set(of.pins.map((pin) => pin.review));
  const plans: LeadPlan[] = [];
  const used: number[] = [];
  const seats = (who: number, run = { from: 0, to: of.weeks.length }): number =>
    used.filter((index) => {
      const { person, week } = arcs[index] as LeadArc;
      return person === who && week >= run.from && week < run.to;
    }).length;
  const isKept = (): boolean =>
    of.leads.every(({ limits }, who) => seats(who) <= limits.term) &&
    held.every(({ who, run }) => seats(who, run) <= (of.leads[who] as Lead).limits.restReviews);
  const extend = (review: number): void => {
    if (review === of.reviews.length) {
      if (isKept()) plans.push({ used: [...used], levels: costOf(of, arcs, used) });
      return;
    }
    if (!pinned.has(of.reviews[review]?.id ?? '')) extend(review + 1);
    arcs.forEach(({ review: at, person, week }, index) => {
      if (at !== review || seats(person, { from: week, to: week + 1 }) > 0) return;
      used.push(index);
      extend(review + 1);
      used.pop();
    });
  };
  extend(0);
  return plans;
}

function costOf(of: Problem, arcs: readonly LeadArc[], used: readonly number[]): number[] {
  const led = used.map((index) => arcs[index] as LeadArc);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const uncovered = of.reviews.filter((_, at) => !led.some(({ review }) => review === at));
  const loads = of.leads.flatMap((lead, who) =>
    led.filter(({ person }) => person === who).map((_, nth) => ({ lead, n: nth + 1 })),
  );
  return [
    0,
    sum(uncovered.map(({ priority }) => priority)),
    sum(led.map(({ changes }) => changes)),
    sum(loads.map(({ lead, n }) => commitment.ofReviewLed(lead, n))),
    sum(loads.map(({ lead, n }) => balance.ofReviewLed(lead, n))),
    sum(led.map(({ fit }) => fit)),
  ];
}

/** For each person the first run of weeks with too many seats. */
export function brokenRuns(of: Problem, network: LeadNetwork): HeldRun[] {
  return [...network.weeksUsed()].flatMap(([who, used]) => {
    const lead = of.leads[who] as Lead;
    const run = restRuns(lead, of.weeks.length).find(
      ({ from, to }) => used.filter((w) => w >= from && w < to).length > lead.limits.restReviews,
    );
    return run ? [{ who, run }] : [];
  });
}

/** Solves and holds people to their rest until nothing is broken that can be held; returns what is held. */
export function holdAllRest(of: Problem, network: LeadNetwork): HeldRun[] {
  const held: HeldRun[] = [];
  for (;;) {
    network.solve(() => false);
    const now = brokenRuns(of, network).filter(({ who, run }) => network.holdRest(who, run));
    if (now.length === 0) return held;
    held.push(...now);
  }
}
