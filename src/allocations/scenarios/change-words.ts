import { dateInWords } from '../../calendar/words.js';
import { type Misfit } from '../../solver/scenario/change.js';
import { slotInWords } from '../../solver/slot-words.js';
import { counted, listed } from '../summary/phrases.js';
import { type Known } from './resolve-changes.js';
import { NO_REVIEW } from './resolve-changes.js';
import { type SavedChange, type SavedChangeOf } from './saved-change.js';

const GRADES = {
  PREFERRED: 'prefers',
  WILLING: 'is willing to go to',
  RELUCTANT: 'goes reluctantly to',
  NO: 'no longer goes to',
} as const;

/** A change as people say it: "Ada Example leaves on 1 March 2027". */
export function changeInWords(change: SavedChange, known: Known): string {
  const person = (code: string): string => known.people.get(code) ?? code;
  const school = (urn: string): string => {
    const found = known.schools.get(urn);
    if (found === undefined) return urn;
    return found.town === null ? found.name : `${found.name}, ${found.town}`;
  };
  switch (change.kind) {
    case 'LEAVES':
      return `${person(change.person)} leaves on ${dateInWords(change.from)}`;
    case 'JOINS':
      return joinsInWords(change, known);
    case 'SCHOOL_MOVES': {
      const place = known.places.get(change.postcode);
      const where = place === undefined ? '' : ` (${place.authority}, ${place.region})`;
      return `${school(change.school)} moves to ${change.postcode}${where}`;
    }
    case 'REVIEW_ADDED':
      return `${school(change.school)} gets a review besides`;
    case 'REVIEW_DROPPED':
      return `${school(change.school)} has no review`;
    case 'LIMITS':
      return `${person(change.person)} takes ${limitsInWords(change)}`;
    case 'REGION':
      return `${person(change.person)} ${GRADES[change.grade]} ${change.region}`;
  }
}

function joinsInWords(change: SavedChangeOf<'JOINS'>, { places, phases, needs }: Known): string {
  const { count, postcode, servingLeader, from } = change;
  const who = servingLeader ? counted(count, 'serving leader') : counted(count, 'Lead Reviewer');
  const lives = places.get(postcode)?.authority;
  const named = (codes: readonly string[], names: ReadonlyMap<string, string>): string =>
    listed(codes.map((code) => names.get(code) ?? code));
  const special = change.needs.length === 0 ? '' : `; ${named(change.needs, needs)}`;
  return (
    `${who} ${count === 1 ? 'joins' : 'join'}${from === null ? '' : ` on ${dateInWords(from)}`}, living in ${postcode}` +
    `${lives === undefined ? '' : ` (${lives})`}: ${named(change.phases, phases)}${special}`
  );
}

function limitsInWords(change: SavedChangeOf<'LIMITS'>): string {
  const { term, restReviews, restWeeks, maxMiles } = change;
  return listed([
    ...(term === null ? [] : [`at most ${counted(term, 'review')}`]),
    ...(restReviews === null
      ? []
      : [`at most ${restReviews} in any ${counted(restWeeks ?? 0, 'week')}`]),
    ...(maxMiles === null ? [] : [`reviews at most ${counted(maxMiles, 'mile')} away`]),
  ]);
}

/** Why a change does not fit, and what to do. */
export function misfitInWords(misfit: Misfit, { people }: Known): string {
  const person = (code: string): string => people.get(code) ?? code;
  switch (misfit.why) {
    case 'NO_SUCH_PERSON':
      return `${person(misfit.person)} may take no seat in this time, so nothing would change. Choose somebody else.`;
    case 'NO_SUCH_SCHOOL':
    case 'NO_SUCH_REVIEW':
      return NO_REVIEW;
    case 'REVIEW_IS_THERE':
      return 'This school has a review in this time already. Choose another.';
    case 'NAME_TAKEN':
      return `Somebody is called ${misfit.person} already.`;
    case 'TOO_LATE': {
      const last = slotInWords({ week: misfit.lastWeek, window: 'WED_FRI' });
      return `The last reviews are on ${last}. Choose an earlier day than ${dateInWords(misfit.from)}.`;
    }
    case 'HAS_ACCEPTED_MORE': {
      const { accepted, limit, weeks } = misfit;
      const where = weeks === null ? '' : ` in ${counted(weeks, 'week')}`;
      return `${person(misfit.person)} has accepted ${counted(accepted, 'review')}${where} already, more than ${limit}. Which to give up is not for this page to guess: choose a higher number.`;
    }
  }
}
