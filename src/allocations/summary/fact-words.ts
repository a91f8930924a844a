import { slotInWords } from '../../calendar/words.js';
import { milesAtLeast, milesAtMost } from '../../solver/distance.js';
import { type Fact } from '../../solver/explain/facts.js';
import { type PlanNames } from './plan-names.js';

/** One fact that would have to change, as the end of a sentence that begins "It would be covered if …". */
export function factInWords(fact: Fact, names: PlanNames): string {
  switch (fact.kind) {
    case 'AVAILABILITY':
      return `${names.person(fact.lead)} could review on ${days(fact)}`;
    case 'HOST_WINDOW':
      return `${names.school(fact.review)} accepted ${days(fact)}`;
    case 'DISTANCE': {
      const agreed = milesAtMost(fact.insteadOfKm);
      const miles = milesAtLeast(fact.km);
      return `${names.person(fact.lead)} travelled ${miles} miles instead of at most ${agreed}`;
    }
    case 'REGION':
      return `${names.person(fact.lead)} travelled to ${regionInWords(fact.region)}, if reluctantly`;
    case 'TERM_LIMIT':
      return `${names.person(fact.lead)} took ${reviews(fact.reviews)} this term instead of at most ${fact.reviews - (fact.more ?? 1)}`;
    case 'REST':
      return `${names.person(fact.lead)} took ${reviews(fact.reviews)} in ${fact.weeks} weeks instead of at most ${fact.reviews - (fact.more ?? 1)}`;
  }
}

const reviews = (count: number): string => `${count} ${count === 1 ? 'review' : 'reviews'}`;

const WITHOUT_ARTICLE = new Set(['London', 'Yorkshire and the Humber']);

/** "the North East", "London" */
export function regionInWords(region: string): string {
  return WITHOUT_ARTICLE.has(region) ? region : `the ${region}`;
}

function days({ slot }: { slot: { week: string; window: 'MON_WED' | 'WED_FRI' } }): string {
  return slotInWords(slot.week, slot.window);
}
