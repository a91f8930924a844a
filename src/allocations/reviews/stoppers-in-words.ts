import { stoppersOf, type Stopper } from '../../solver/explain/stoppers.js';
import { type Problem, type Review } from '../../solver/problem.js';
import { seatRules } from '../../solver/rules/seat-rules.js';
import { counted, listed } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';

/** Some people, and what keeps them from a review: to be drawn as one part of a bar that adds up. */
export interface ToldStopper {
  cause: string;
  people: number;
  /** To follow their number: "do not travel to its region". */
  words: string;
  names: string[];
}

/** What stands between a review and everybody who may lead. */
export interface ToldStoppers {
  /** Everybody who may lead this term: the parts add up to them. */
  leads: number;
  parts: ToldStopper[];
  sentence: string;
}

/** The rules about what people know: nobody learns a phase within a term. */
const EXPERTISE = new Set(['roleIsHeld', 'phaseIsTheirs', 'leadSharesANeed']);
/** Few enough to be named one by one. */
const NAMED = 3;

/**
 * What keeps everybody from leading a review, in numbers that add up and in a sentence.
 *
 * @param seated who has a seat in the plan
 */
export function stoppersInWords(
  problem: Problem,
  review: Review,
  seated: ReadonlySet<string | null>,
  names: PlanNames,
): ToldStoppers {
  const stoppers = stoppersOf(problem, review).flatMap((each) =>
    each.cause === 'ELSEWHERE' ? bySeats(each.people, problem, seated) : [each],
  );
  const parts = stoppers.map(({ cause, people }) => ({
    cause,
    people: people.length,
    words: causeInWords(cause, people.length),
    names: people.map((person) => names.person(person)),
  }));
  const leads = parts.reduce((sum, { people }) => sum + people, 0);
  return { leads, parts, sentence: sentenceOf(parts, leads, review) };
}

/** Of those whom no rule refuses: the plan needs who has a seat in it; the others are free, though who is new not alone. */
function bySeats(
  people: readonly string[],
  { leads }: Problem,
  seated: ReadonlySet<string | null>,
): Stopper[] {
  const isNew = new Set(leads.filter((lead) => lead.isNew).map(({ id }) => id));
  const causeOf = (person: string): string =>
    seated.has(person) ? 'ELSEWHERE' : isNew.has(person) ? 'FREE_BUT_NEW' : 'FREE';
  return ['ELSEWHERE', 'FREE_BUT_NEW', 'FREE'].flatMap((cause) => {
    const these = people.filter((person) => causeOf(person) === cause);
    return these.length === 0 ? [] : [{ cause, people: these }];
  });
}

function causeInWords(cause: Stopper['cause'], people: number): string {
  const rule = seatRules.find(({ name }) => name === cause);
  if (rule) return rule.keepsOut[people === 1 ? 'one' : 'many'];
  switch (cause) {
    case 'NO_WINDOW':
      return `would find no window of the school open`;
    case 'EACH_WINDOW':
      return `${people === 1 ? 'is' : 'are'} kept out of each of its windows by one thing or another`;
    case 'FREE_BUT_NEW':
      return `could lead it as ${people === 1 ? 'a new lead' : 'new leads'} if somebody assured the quality`;
    case 'FREE':
      return `could lead it and ${people === 1 ? 'has' : 'have'} no seat in this plan`;
    default:
      return 'could lead it, but the plan needs them elsewhere';
  }
}

function sentenceOf(parts: readonly ToldStopper[], leads: number, review: Review): string {
  if (leads === 0) return 'Nobody may lead a review this term.';
  if (parts.some(({ cause }) => cause === 'NO_WINDOW')) {
    return 'The school accepts no window in which anybody can review.';
  }
  const others = parts.filter(({ cause }) => !EXPERTISE.has(cause));
  const fitting = others.reduce((sum, { people }) => sum + people, 0);
  const knows = (one: boolean): string =>
    `${one ? 'reviews' : 'review'} schools of its phase${review.needs.length === 0 ? '' : ` and ${one ? 'knows' : 'know'} one of its needs`}`;
  if (fitting === 0) return `None of the ${counted(leads, 'lead')} ${knows(true)}.`;
  const opening = `${fitting} of the ${counted(leads, 'lead')} ${knows(fitting === 1)}.`;
  const [first] = others;
  if (others.length === 1 && first) {
    const who =
      first.people > NAMED ? (fitting === 1 ? 'That one' : 'All of them') : namesOf(first);
    return `${opening} ${who} ${first.words}.`;
  }
  return `${opening} Of these, ${listed(others.map(partInWords))}.`;
}

function partInWords(part: ToldStopper): string {
  const who = part.people > NAMED ? '' : ` (${namesOf(part)})`;
  return `${part.people} ${part.words}${who}`;
}

function namesOf({ names }: ToldStopper): string {
  return listed(names);
}
