import { type WhyThisOne } from '../../solver/explain/why-this-one.js';
import { type MeasuredFromView, type AlternativeView } from './explanation-parts.schema.js';
import { type WhyThisOneView } from './explanation.schema.js';
import { tellAlternative } from './tell-alternative.js';
import { tellFacts } from './tell-facts.js';
import { reasonInWords } from './tell-reason.js';
import { type Teller } from './teller.js';

/** Why the lead of a review leads it. */
export function tellWhy(
  why: WhyThisOne,
  measuredFrom: MeasuredFromView,
  teller: Teller,
): WhyThisOneView {
  const { review, lead, nextBest } = why;
  const without = tellAlternative(why.without, teller);
  const facts = tellFacts(why.facts, why, teller);
  return {
    review,
    school: teller.names.school(review),
    measuredFrom,
    lead,
    name: teller.names.person(lead),
    reason: reasonInWords(why, facts, without, teller),
    words: [
      ...facts.words,
      ...worth(why, without, teller),
      ...nearness(why, facts.miles, teller),
      ...measuredFrom.words,
    ],
    facts,
    othersPermitted: why.othersPermitted,
    isPinned: why.pins.length > 0,
    without,
    nextBest: nextBest && {
      lead: nextBest.lead,
      name: teller.names.person(nextBest.lead),
      facts: tellFacts(nextBest.facts, { lead: nextBest.lead, review }, teller),
    },
  };
}

function worth(
  { lead, nextBest, othersPermitted, pins }: WhyThisOne,
  without: AlternativeView,
  teller: Teller,
): string[] {
  const name = teller.names.person(lead);
  if (pins.length > 0) return [`${name} is pinned to this review, so nobody else can lead it.`];
  if (without.price === null) return without.whyNone;
  const { verdict, headline, also } = without.price;
  const others =
    othersPermitted === 0
      ? 'Nobody else may lead it.'
      : `${othersPermitted === 1 ? '1 other person' : `${othersPermitted} other people`} may lead it.`;
  const then =
    nextBest === null
      ? `In the best plan without ${name} here, it has no lead`
      : `In the best plan without ${name} here, ${teller.names.person(nextBest.lead)} leads it`;
  switch (verdict) {
    case 'NOTHING':
      return [others, `${then}, and no aim is served worse or better.`];
    case 'LOSS':
      return [others, `${then}, and the plan is the worse for it.`, headline, ...also];
    case 'GAIN':
      return [others, `${then}, and the plan is the better for it.`, headline, ...also];
  }
}

function nearness({ nextBest, review }: WhyThisOne, miles: number, teller: Teller): string[] {
  if (nextBest === null) return [];
  const other = tellFacts(nextBest.facts, { lead: nextBest.lead, review }, teller);
  if (other.miles === miles) return [];
  const name = teller.names.person(nextBest.lead);
  return [`${name} lives ${other.miles} miles away instead of ${miles}.`];
}
