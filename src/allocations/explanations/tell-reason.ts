import { type WhyThisOne } from '../../solver/explain/why-this-one.js';
import { counted, listed } from '../summary/phrases.js';
import { type AlternativeView, type SeatFactsView } from './explanation-parts.schema.js';
import { type Teller } from './teller.js';

const WINDOW = {
  PREFERRED: 'prefers this window',
  AVAILABLE: 'is available in this window',
  IF_NEEDED: 'can come, if needed, in this window',
} as const;

/** Why somebody leads a review, in two or three sentences: what speaks for them, then what it would cost otherwise. */
export function reasonInWords(
  why: WhyThisOne,
  facts: SeatFactsView,
  without: AlternativeView,
  teller: Teller,
): string {
  return [speaksFor(why, facts, teller), ...otherwise(why, without, teller)].join(' ');
}

function speaksFor({ lead }: WhyThisOne, facts: SeatFactsView, teller: Teller): string {
  const { needsMatched, miles, isOvernight } = facts;
  return `${teller.names.person(lead)} ${listed([
    ...windowInWords(facts),
    ...(needsMatched.length === 0 ? [] : [`knows ${listed(needsMatched)}`]),
    `lives ${counted(miles, 'mile')} away${isOvernight ? ' (a night away from home)' : ''}`,
  ])}.`;
}

function windowInWords({ availability, hostWindow }: SeatFactsView): string[] {
  if (availability === null) return [];
  if (hostWindow !== 'PREFERRED') return [WINDOW[availability]];
  const school = availability === 'PREFERRED' ? ' as the school does' : ' that the school prefers';
  return [`${WINDOW[availability]}${school}`];
}

function otherwise(
  { pins, nextBest, othersPermitted }: WhyThisOne,
  without: AlternativeView,
  teller: Teller,
): string[] {
  if (pins.length > 0) return ['It is pinned, so nobody else can lead it.'];
  if (without.price === null) return without.whyNone;
  if (othersPermitted === 0) return ['Nobody else may lead it.'];
  const others =
    othersPermitted === 1 ? 'The only other who may' : `Of the ${othersPermitted} others who may`;
  if (nextBest === null) return [`${others} lead it, none is free without a greater loss.`];
  const name = teller.names.person(nextBest.lead);
  const { verdict, headline } = without.price;
  const next =
    othersPermitted === 1
      ? `${others} lead it is ${name}`
      : `${others} lead it, ${name} comes next`;
  switch (verdict) {
    case 'NOTHING':
      return [`${next}, who would do as well.`];
    case 'GAIN':
      return [`${next}, and would do better: ${lowerFirst(headline)}`];
    case 'LOSS':
      return [`${next}, at a price: ${lowerFirst(headline)}`];
  }
}

/** A sentence after a colon; a number at its beginning stays as it is. */
function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
