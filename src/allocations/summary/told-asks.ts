import { type Ask } from '../../solver/explain/cost-of-asking.js';
import { type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { type Edit, editsTo } from '../../solver/hand/edits.js';
import { type Problem, type Slot } from '../../solver/problem.js';
import { askInWords, askOutcomeInWords, askSearchInWords, askSetInWords } from './ask-words.js';
import { askLetter, type Letter, requestInWords } from './letters.js';
import { type PlanNames } from './plan-names.js';

/** Somebody or a school, by reference and by name. */
export interface Named {
  reference: string;
  name: string;
}

/** What it would take to cover a review, ready to show. */
export interface ToldReview {
  review: Named;
  sets: {
    words: string;
    outcome: string;
    cost: number;
    asks: {
      kind: string;
      words: string;
      request: string;
      letter: Letter | null;
      subject: Named;
      cost: number;
    }[];
    lead: Named;
    slot: Slot;
    others: Named[];
    edits: Edit[];
  }[];
  words: string;
  considered: number;
  together: number;
  ended: WhatItTakes['ended'];
}

export function namedPerson(reference: string, names: PlanNames): Named {
  return { reference, name: names.person(reference) };
}

export function namedReview(reference: string, names: PlanNames): Named {
  return { reference, name: names.school(reference) };
}

export function toldReview(found: WhatItTakes, problem: Problem, names: PlanNames): ToldReview {
  const { review, considered, together, ended } = found;
  return {
    review: namedReview(review, names),
    sets: found.sets.map((set) => ({
      words: askSetInWords(set, problem, names),
      outcome: askOutcomeInWords(set, names),
      cost: set.cost,
      asks: set.asks.map(({ ask, cost }) => ({
        kind: ask.kind,
        words: askInWords(ask, problem, names),
        request: requestInWords(ask, problem, names),
        letter: askLetter(ask, { waits: [review], isAlone: set.asks.length === 1 }, names),
        subject: subjectOf(ask, problem, names),
        cost,
      })),
      lead: namedPerson(set.lead, names),
      slot: set.slot,
      others: set.others.map((person) => namedPerson(person, names)),
      edits: editsTo(set.moved),
    })),
    words: askSearchInWords(found),
    considered,
    together,
    ended,
  };
}

/** Who, or which school, is asked; of a pin the school of its review. */
export function subjectOf(ask: Ask, { pins }: Pick<Problem, 'pins'>, names: PlanNames): Named {
  if ('lead' in ask) return namedPerson(ask.lead, names);
  return namedReview(ask.kind === 'UNPIN' ? (pins[ask.pin]?.review ?? '') : ask.review, names);
}
