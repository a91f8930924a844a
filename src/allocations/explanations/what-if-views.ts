import { minuteInWords } from '../../calendar/words.js';
import { toldReview } from '../summary/told-asks.js';
import { toldTogether } from '../summary/told-asks-together.js';
import { type AsksTogetherView } from './asks-together.schema.js';
import { type AsksView } from './what-if.schema.js';
import { type Told } from './what-ifs.service.js';

/** From what the solver knows to what people are shown: names, words, and how far it has come. */

/** @param parts how many parts the whole answer has */
export function courseOf(
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
