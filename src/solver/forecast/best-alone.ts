import { valueOf } from '../aims/aims.js';
import { commitment } from '../aims/commitment.js';
import type { Candidate } from '../candidates.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel, usableCandidates } from '../model.js';
import { planOfPins } from '../pins.js';
import type { Lead, Problem } from '../problem.js';

/** More than anybody can lead: the largest number that the file format has room for. */
const AS_MANY_AS_POSSIBLE = 1000;

/**
 * The most reviews that one person leads in any plan that keeps every rule and pin, whatever becomes of everybody else:
 * exact, proven by the general engine.
 *
 * Everything that cannot matter to it is left out first. Others' seats on reviews that are not pinned can be taken away from
 * any plan without breaking a rule, as long as every new lead who sits on a pinned review, and this person if they are new,
 * keeps an assured review.
 *
 * @returns null where the pins cannot hold
 * @throws RangeError when the problem has no such person
 */
export function bestAlone(problem: Problem, person: string, engine: MilpEngine): number | null {
  const part = whatMattersTo(problem, person);
  const rows = planOfPins(part, engine);
  if (rows === null) return null;
  const model = buildModel(part, { candidates: seatingsThatMatter(part, person) });
  const incumbent = { rows, values: valueOf(part, rows) };
  if (model.candidates.length === 0) return ledBy(person, incumbent.rows);
  const solved = new LexicographicSolve(engine, model, incumbent, {}, {}, [commitment]).run();
  return ledBy(person, solved.incumbent.rows);
}

function ledBy(person: string, rows: readonly { lead: string | null }[]): number {
  return rows.filter(({ lead }) => lead === person).length;
}

/** The person with as many reviews wanted as there can be, and of the others those who may decide about a seat of theirs. */
function whatMattersTo(problem: Problem, person: string): Problem {
  const mine = problem.leads.find(({ id }) => id === person);
  if (mine === undefined) throw new RangeError(`The problem has no person ${person}.`);
  const others = othersThatMatter(problem, mine);
  const leads = problem.leads
    .filter((lead) => lead === mine || others.has(lead.id))
    .map((lead) => ({
      ...lead,
      commitment: { ...lead.commitment, target: lead === mine ? AS_MANY_AS_POSSIBLE : 0 },
    }));
  return { ...problem, leads, published: [] };
}

function othersThatMatter(problem: Problem, mine: Lead): Set<string> {
  if (problem.pins.some(({ lead }) => lead === undefined))
    return new Set(problem.leads.map(({ id }) => id));
  const named = new Set(
    problem.pins.flatMap(({ lead, qualityAssurer, shadow }) =>
      [lead, qualityAssurer, shadow].filter((id) => id !== undefined),
    ),
  );
  const needsAssurers = mine.isNew || problem.leads.some(({ id, isNew }) => isNew && named.has(id));
  const assurers = needsAssurers
    ? problem.leads.filter(({ roles }) => roles.includes('QUALITY_ASSURER')).map(({ id }) => id)
    : [];
  return new Set([...named, ...assurers]);
}

function seatingsThatMatter(part: Problem, person: string): Candidate[] {
  const pinned = new Set(part.pins.map(({ review }) => review));
  const isPinned = ({ review }: Candidate): boolean => pinned.has(part.reviews[review]?.id ?? '');
  const of = ({ lead }: Candidate): Lead => part.leads[lead] as Lead;
  const all = usableCandidates(part);
  const newOnPinned = new Set(
    all.filter((each) => each.role === 'LEAD' && isPinned(each) && of(each).isNew).map(of),
  );
  const kept = all.filter(
    (each) =>
      isPinned(each) ||
      (each.role === 'LEAD' && (of(each).id === person || newOnPinned.has(of(each)))) ||
      each.role === 'QUALITY_ASSURER',
  );
  const anyoneNew =
    newOnPinned.size > 0 || part.leads.some(({ id, isNew }) => id === person && isNew);
  return anyoneNew ? kept : oneWindowAWeek(kept, isPinned);
}

/** Where nobody need sit beside them, both windows of a week are the same to a lead. */
function oneWindowAWeek(
  seatings: readonly Candidate[],
  isPinned: (seating: Candidate) => boolean,
): Candidate[] {
  const seen = new Set<string>();
  return seatings.filter((each) => {
    if (isPinned(each)) return true;
    if (each.role !== 'LEAD') return false;
    const key = `${each.review} ${each.week}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
