import { type Ahead } from '../../solver/forecast/limits.js';
import { type Slot, type Window } from '../../solver/problem.js';
import { type YearFacts } from './year-input.js';

/** What the solver must know beside the problem, out of the facts as they are kept. */
export function aheadOfFacts({ ahead }: Pick<YearFacts, 'ahead'>): Ahead {
  return {
    people: new Map(
      Object.entries(ahead.people).map(([code, { withoutGates, couldBeFree }]) => [
        code,
        { withoutGates, couldBeFree: couldBeFree.map(slotOf) },
      ]),
    ),
    usable: new Map(Object.entries(ahead.usable).map(([code, slots]) => [code, slots.map(slotOf)])),
  };
}

/** Of a key such as `2027-01-11 MON_WED`. */
function slotOf(key: string): Slot {
  const [week = '', window = 'MON_WED'] = key.split(' ');
  return { week, window: window as Window };
}
