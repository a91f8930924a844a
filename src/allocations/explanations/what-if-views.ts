import { minuteInWords } from '../../calendar/words.js';
import { toldDropOut, toldLine, toldReserve } from '../summary/told-losses.js';
import { namedPerson, toldReview } from '../summary/told-asks.js';
import { toldTogether } from '../summary/told-asks-together.js';
import { type AsksTogetherView } from './asks-together.schema.js';
import {
  type AsksView,
  type DisturbanceView,
  type DropOutsView,
  type DropOutView,
} from './what-if.schema.js';
import { type Told } from './what-ifs.service.js';

/** From what the solver knows to what people are shown: names, words, and how far it has come. */

/** @param parts how many parts the whole answer has */
function courseOf(
  soFar: { state: 'DONE' } | { state: 'WORKING'; done: number; of: number | null },
  parts: number,
): Pick<AsksView, 'state' | 'done' | 'of'> {
  return soFar.state === 'DONE'
    ? { state: 'DONE', done: parts, of: parts }
    : { state: 'WORKING', done: soFar.done, of: soFar.of };
}

export function asksView({ soFar, checkedAt, plan }: Told<'ASKS'>): AsksView {
  const { problem, names } = plan.teller;
  const found = soFar.state === 'DONE' ? soFar.answer : soFar.parts;
  return {
    ...courseOf(soFar, found.length),
    checked:
      soFar.state === 'DONE' && checkedAt !== null
        ? {
            at: checkedAt.toISOString(),
            words: `Checked by solving again, ${minuteInWords(checkedAt)}`,
          }
        : null,
    reviews: found.map((each) => toldReview(each, problem, names)),
  };
}

export function asksTogetherView({
  soFar,
  checkedAt,
  plan,
}: Told<'ASKS_TOGETHER'>): AsksTogetherView {
  if (soFar.state === 'WORKING') return { ...courseOf(soFar, 0), checked: null, together: null };
  const { problem, names } = plan.teller;
  return {
    ...courseOf(soFar, soFar.answer.waiting),
    checked: checkedAt && {
      at: checkedAt.toISOString(),
      words: `Checked together by solving again, ${minuteInWords(checkedAt)}`,
    },
    together: toldTogether(soFar.answer, problem, names),
  };
}

export function dropOutsView({ soFar, plan }: Told<'DROP_OUTS'>): DropOutsView {
  const { names } = plan.teller;
  const found = soFar.state === 'DONE' ? soFar.answer.people : soFar.parts;
  const reserve =
    soFar.state === 'DONE'
      ? toldReserve(soFar.answer, names)
      : { singlePoints: null, standbys: null, standIns: null };
  return {
    ...courseOf(soFar, found.length),
    people: found.map((each) => toldDropOut(each, names)),
    ...reserve,
  };
}

export function dropOutView({ soFar, plan }: Told<'DROP_OUT'>): DropOutView {
  const { names } = plan.teller;
  const dropOut =
    soFar.state === 'DONE'
      ? { ...toldDropOut(soFar.answer, names), reviews: soFar.answer.rows }
      : null;
  return { ...courseOf(soFar, 1), of: 1, dropOut };
}

export function disturbanceView({ soFar, plan }: Told<'DISTURBANCE'>): DisturbanceView {
  const { names } = plan.teller;
  if (soFar.state === 'WORKING') {
    const lines = soFar.parts.flatMap((line) => (line === null ? [] : [toldLine(line, names)]));
    const unknown = { best: null, reaches: null, ended: null };
    // The list begins with the least number of people.
    const least = lines[0]?.people ?? null;
    return { ...courseOf(soFar, 0), least, lines, ...unknown };
  }
  const { least, lines, best, reaches, ended } = soFar.answer;
  const disturbed = (best?.disturbed ?? []).map((person) => namedPerson(person, names));
  return {
    ...courseOf(soFar, lines.length),
    least,
    lines: lines.map((line) => toldLine(line, names)),
    best: best && { aims: best.aims, disturbed },
    reaches,
    ended,
  };
}
