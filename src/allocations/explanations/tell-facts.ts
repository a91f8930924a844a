import { type SeatFacts } from '../../solver/explain/seat-facts.js';
import { regionInWords } from '../summary/fact-words.js';
import { type SeatFactsView } from './explanation-parts.schema.js';
import { counted, listed } from '../summary/phrases.js';
import { inMiles, type Teller } from './teller.js';

/** The plain facts about a person in a lead seat, in numbers and in sentences. */
export function tellFacts(
  { slot, roadKm, ...facts }: SeatFacts,
  about: { lead: string; review: string },
  teller: Teller,
): SeatFactsView {
  const miles = inMiles(roadKm);
  return {
    ...teller.slot(slot),
    miles,
    ...facts,
    commitment: { ...facts.commitment, words: againstTarget(facts.commitment) },
    words: factsInWords(facts, miles, about, teller),
  };
}

const WINDOW_WORDS = {
  PREFERRED: 'prefers this window',
  AVAILABLE: 'is available in this window',
  IF_NEEDED: 'can come in this window if needed',
} as const;

const REGION_WORDS = {
  PREFERRED: 'prefers',
  WILLING: 'is willing to travel to',
  RELUCTANT: 'is reluctant to travel to',
  NO: 'does not travel to',
} as const;

function factsInWords(
  facts: Omit<SeatFacts, 'slot' | 'roadKm'>,
  miles: number,
  { lead, review }: { lead: string; review: string },
  teller: Teller,
): string[] {
  const name = teller.names.person(lead);
  const region = teller.reviews.get(review)?.region ?? '';
  const { availability, hostWindow, commitment, isOvernight } = facts;
  const host = hostWindow === 'PREFERRED' ? 'prefers it' : 'accepts it';
  const window =
    availability === null
      ? `${name} would have to be asked for this window`
      : `${name} ${WINDOW_WORDS[availability]}`;
  return [
    hostWindow === null
      ? `${window}, and the school would have to be asked.`
      : `${window}; the school ${host}.`,
    ...needsInWords(facts, name),
    `${name} lives ${counted(miles, 'mile')} away by road${isOvernight ? ', a night away from home' : ''}, and ${REGION_WORDS[facts.region]} ${regionInWords(region)}.`,
    commitmentInWords(commitment, name),
    ...(facts.isNew ? [`${name} is new, and needs a quality assurer on one of the reviews.`] : []),
  ];
}

function needsInWords(
  { needsMatched, needsUnmatched }: Pick<SeatFacts, 'needsMatched' | 'needsUnmatched'>,
  name: string,
): string[] {
  const needs = [...needsMatched, ...needsUnmatched];
  if (needs.length === 0) return [];
  const its = needs.length === 1 ? 'its need' : 'its needs';
  if (needsUnmatched.length === 0) {
    return [`${name} knows ${needs.length > 1 ? 'all of ' : ''}${its} (${listed(needs)}).`];
  }
  if (needsMatched.length === 0) return [`${name} knows none of ${its} (${listed(needs)}).`];
  return [`${name} knows ${listed(needsMatched)} of ${its}, not ${listed(needsUnmatched)}.`];
}

function againstTarget({ led, target, done, minimum }: SeatFacts['commitment']): string {
  return `Leads ${led} this term against a target of ${target}, ${done + led} of ${minimum} in the year`;
}

function commitmentInWords(
  { led, target, done, minimum }: SeatFacts['commitment'],
  name: string,
): string {
  const term =
    led < target
      ? `${led} of a target of ${target} this term`
      : led === target
        ? `${led} this term, exactly the target`
        : `${led} this term, above the target of ${target}`;
  return `With it ${name} leads ${term}; ${done + led} of ${minimum} for the year.`;
}
