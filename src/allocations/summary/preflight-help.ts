import { type NobodyCanLead, type Preflight } from '../../solver/preflight/preflight.js';
import { type PersonRoom, type ReviewsShort } from '../../solver/preflight/review-findings.js';
import { type GroupRow } from '../../solver/preflight/tables.js';
import { counted, listed, numbered } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** What can be done about what pre-flight finds (docs/preflight.md): whole sentences, each something to ask or to look at. */

/** For a review that nobody could lead: those for whom one thing alone is in the way come first. */
export function helpForNobody(
  { openWindows, rules, permitted }: NobodyCanLead,
  { assurers }: Pick<Preflight, 'assurers'>,
  names: PlanNames,
): string[] {
  if (openWindows.length === 0) return ['Ask the school for a window in which reviews can be led.'];
  const help = [
    ...findAssurer(
      permitted.filter((person) => assurers.nobody.includes(person)),
      names,
    ),
    ...rules.filter(({ alone }) => alone > 0).map(({ rule, alone }) => ask(rule, alone)),
  ];
  if (help.length > 0) return help;
  return [
    'No single change about anybody is enough: it takes another lead who fits, or two changes together.',
  ];
}

function ask(rule: string, alone: number): string {
  const people = counted(alone, 'person', 'people');
  const one = `one of ${people}`;
  const whom = alone === 1 ? 'the 1 person' : one;
  switch (rule) {
    case 'personIsAvailable':
      return `Ask the school for another window, or ${whom} for whom only the window is in the way.`;
    case 'regionIsNotRefused':
      return `Ask ${whom} for whom only the region is in the way.`;
    case 'withinTravelRadius':
      return `Ask ${whom} for whom only the distance is in the way.`;
    case 'leadSharesANeed':
      return `Look at the specialisms of ${people}: only the school’s needs are in the way.`;
    case 'phaseIsTheirs':
      return `Look at the phases of ${people}: only the school’s phase is in the way.`;
    case 'noConflictOfInterest':
      return `Look at the conflicts of ${people}, which alone are in the way: some can be overridden with a reason.`;
    default:
      return `Look at ${people} for whom one thing alone is in the way.`;
  }
}

/** Few enough to be named one by one. */
const NAMED = 8;

/** Only three things help: somebody else, more room for one of these people, or other facts about one of the schools. */
export function helpForShortage(
  { people, reviews, unassured }: ReviewsShort,
  names: PlanNames,
): string[] {
  const by = (limit: PersonRoom['limit']): string | null => {
    const limited = people.filter((room) => room.limit === limit);
    if (limited.length === 0) return null;
    return limited.length > NAMED
      ? `one of ${numbered(limited.length)} people`
      : listed(
          limited.map(({ lead }) => names.person(lead)),
          'or',
        );
  };
  const [weeks, rest, limit] = [by('WEEKS'), by('REST'), by('TERM_LIMIT')];
  const school = reviews.length === 1 ? 'the school' : 'one of the schools';
  return [
    ...(weeks === null ? [] : [`Ask ${school} or ${weeks} for another week.`]),
    ...(rest === null
      ? []
      : [`Ask ${school} for a week further apart, or ${rest} to agree to less rest.`]),
    ...(limit === null ? [] : [`Ask ${limit} to take more this term.`]),
    ...findAssurer(unassured, names),
    `Find somebody else who could lead ${reviews.length === 1 ? 'it' : 'one of them'}.`,
  ];
}

/** @param newLeads who lack nothing but somebody to assure their quality */
function findAssurer(newLeads: readonly string[], names: PlanNames): string[] {
  if (newLeads.length === 0) return [];
  const whom =
    newLeads.length > NAMED
      ? `one of ${numbered(newLeads.length)} new leads`
      : listed(
          newLeads.map((lead) => names.person(lead)),
          'or',
        );
  return [`Find somebody who could assure the quality of ${whom}.`];
}

/** What is wrong with a group of reviews, such as those of a region; none where nothing is. */
export function groupInWords({ standing, reviews, most, inShortages }: GroupRow): string[] {
  if (standing === 'ENOUGH') return [];
  return standing === 'SHORT'
    ? [`At most ${numbered(most)} of ${counted(reviews, 'review')} can have a lead.`]
    : [
        `${numbered(inShortages)} of ${counted(reviews, 'review')} ${inShortages === 1 ? 'shares' : 'share'} too few people with others.`,
      ];
}

/** @param words what stands in their way */
export function helpForAssurers(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  return [
    'Ask experienced leads for weeks in which the new leads are free, or schools that a new lead could lead for another week.',
  ];
}

/** @param words what stands in their way */
export function helpForShadows(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  return ['Ask the people in induction for more weeks, or to travel further.'];
}
