import { valueOf } from '../aims/aims.js';
import { commitment } from '../aims/commitment.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel } from '../model.js';
import type { Solution } from '../plan.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { bestAlone } from './best-alone.js';
import { type Ahead, type WhatLimits, whatLimits } from './limits.js';

/** What the rest of the year still holds, for all together and for each person alone. */
export interface Forecast {
  /** The plan of all that is left: the seven aims in their order. */
  plan: Solution;
  /** Reviews short of everyone's minimum. */
  short: {
    /** In that plan, where the most schools have a lead first: the fewest that this leaves possible. */
    inPlan: number;
    /** The fewest in any plan, when commitment comes before everything else. */
    fewest: number;
  };
  people: PersonForecast[];
}

/** One person's year, in whole reviews. */
export interface PersonForecast {
  person: string;
  minimum: number;
  /** Led already, as far as no pin of the problem says so. */
  done: number;
  /** Reviews that they lead in the plan of all, pinned ones among them. */
  inPlan: number;
  /** The most that they could lead in any plan. */
  best: number;
  /** Where `done` and `best` together stay below the minimum: why. */
  limits: WhatLimits | null;
}

/** Told after each part; `of` parts there are in all. */
export type ForecastNews = (news: { done: number; of: number }) => void;

/** Nothing can be said of a year whose pins contradict each other. */
export class ForecastImpossible extends Error {
  override readonly name = 'ForecastImpossible';
}

/**
 * Forecasts the rest of a year. Blocks its thread.
 *
 * Targets are those of the problem: all that is left of each person's minimum. Whoever has no role is looked at like anybody
 * else, so a person without a contract stands there with what is missing.
 *
 * @param problem everything that is left of the year; people without a role may be in it
 * @throws ForecastImpossible when the pins cannot hold together; EngineFault as `solve`
 */
export function forecast(
  problem: Problem,
  ahead: Ahead,
  engine: MilpEngine,
  onNews: ForecastNews = () => undefined,
): Forecast {
  const of = problem.leads.length + 1;
  const plan = solve(problem, engine);
  if (plan.status === 'INFEASIBLE') {
    throw new ForecastImpossible('Seats that were accepted contradict each other.');
  }
  onNews({ done: 1, of });
  const people = problem.leads.map((lead, index) => {
    const found = forecastOf(problem, lead, plan.reviews, ahead, engine);
    onNews({ done: index + 2, of });
    return found;
  });
  return {
    plan,
    short: { inPlan: shortIn(people, 'inPlan'), fewest: fewest(problem, people, plan, engine) },
    people,
  };
}

function forecastOf(
  problem: Problem,
  lead: Lead,
  rows: readonly SeatRow[],
  ahead: Ahead,
  engine: MilpEngine,
): PersonForecast {
  const { minimum, done } = lead.commitment;
  const best = bestAlone(problem, lead.id, engine) ?? 0;
  const limits = done + best >= minimum ? null : whatLimits(problem, lead.id, best, ahead, engine);
  const inPlan = rows.filter((row) => row.lead === lead.id).length;
  return { person: lead.id, minimum, done, inPlan, best, limits };
}

function shortIn(people: readonly PersonForecast[], which: 'inPlan' | 'best'): number {
  return people.reduce(
    (sum, person) => sum + Math.max(0, person.minimum - person.done - person[which]),
    0,
  );
}

/**
 * The fewest reviews short in any plan. Nobody can be less short together than alone, so where the plan is as good as that
 * nothing need be solved. Otherwise the aim is solved by itself.
 */
function fewest(
  problem: Problem,
  people: readonly PersonForecast[],
  plan: Solution,
  engine: MilpEngine,
): number {
  const [found, least] = [shortIn(people, 'inPlan'), shortIn(people, 'best')];
  if (found === least) return found;
  const rows = [...plan.reviews];
  const incumbent = { rows, values: valueOf(problem, rows) };
  const solved = new LexicographicSolve(engine, buildModel(problem), incumbent, {}, {}, [
    commitment,
  ]).run();
  return shortIn(
    people.map((person) => ({
      ...person,
      inPlan: solved.incumbent.rows.filter(({ lead }) => lead === person.person).length,
    })),
    'inPlan',
  );
}
