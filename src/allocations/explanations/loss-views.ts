import { inOrderOfLoss } from '../../solver/explain/drop-out.js';
import { type DisturbanceLine } from '../../solver/explain/re-plan.js';
import { disturbanceOutcome, leastInWords } from '../summary/disturbance-words.js';
import { dropOutsInWords } from '../summary/loss-words.js';
import { namedPerson } from '../summary/told-asks.js';
import { toldDropOut, toldLine, toldReserve } from '../summary/told-losses.js';
import { type PlanHeadView } from '../reviews/plan-review.schema.js';
import { type DisturbanceView } from './disturbance.schema.js';
import { type DropOutsView, type DropOutView } from './drop-out.schema.js';
import { lossesMeasuredFrom } from './measured-from.js';
import { tellRePlan } from './tell-re-plan.js';
import { courseOf } from './what-if-views.js';
import { type Told } from './what-ifs.service.js';

/** What is lost without somebody and what disturbing people buys, with names and words, and how far it has come. */

/** Of the answer, besides what the solver knows. */
export interface AboutPlan {
  plan: PlanHeadView;
}

export function dropOutsView({ soFar, plan }: Told<'DROP_OUTS'>, about: AboutPlan): DropOutsView {
  const { names } = plan.teller;
  const found = soFar.state === 'DONE' ? soFar.answer.people : inOrderOfLoss(soFar.parts);
  const reserve =
    soFar.state === 'DONE'
      ? { words: dropOutsInWords(found, names), ...toldReserve(soFar.answer, names) }
      : { words: null, singlePoints: null, standbys: null, standIns: null };
  return {
    ...courseOf(soFar, found.length),
    ...about,
    measuredFrom: lossesMeasuredFrom(plan.measuredFrom),
    people: found.map((each) => toldDropOut(each, names)),
    ...reserve,
  };
}

export function dropOutView(
  { soFar, plan }: Told<'DROP_OUT'>,
  person: string,
  about: AboutPlan,
): DropOutView {
  const { teller } = plan;
  const measuredFrom = lossesMeasuredFrom(plan.measuredFrom);
  const dropOut =
    soFar.state === 'DONE'
      ? {
          ...toldDropOut(soFar.answer, teller.names),
          ...tellRePlan(soFar.answer.rows, person, teller),
          reviews: soFar.answer.rows,
        }
      : null;
  return {
    ...courseOf(soFar, 1),
    of: 1,
    ...about,
    measuredFrom,
    person: namedPerson(person, teller.names),
    dropOut,
  };
}

export function disturbanceView(
  { soFar, plan }: Told<'DISTURBANCE'>,
  gone: string | null,
): DisturbanceView {
  const { teller } = plan;
  const measuredFrom = lossesMeasuredFrom(plan.measuredFrom);
  const told = (line: DisturbanceLine): DisturbanceView['lines'][number] => ({
    ...toldLine(line, teller.rows, teller.names),
    ...tellRePlan(line.rows, gone, teller),
  });
  if (soFar.state === 'WORKING') {
    const lines = soFar.parts.flatMap((line) => (line === null ? [] : [told(line)]));
    const unknown = { best: null, reaches: null, ended: null, outcome: [] };
    // The list begins with the least number of people.
    const least = lines[0]?.people ?? null;
    return { ...courseOf(soFar, 0), measuredFrom, least, lines, ...unknown };
  }
  const { least, lines, best, reaches, ended } = soFar.answer;
  const toldLines = lines.map(told);
  const disturbed = (best?.disturbed ?? []).map((person) => namedPerson(person, teller.names));
  return {
    ...courseOf(soFar, lines.length),
    measuredFrom,
    least,
    lines: toldLines,
    best: best && { aims: best.aims, disturbed },
    reaches,
    ended,
    outcome: [
      ...(least === null ? [] : [leastInWords(least, toldLines[0]?.lost.length)]),
      ...disturbanceOutcome(soFar.answer),
    ],
  };
}
