import { type EntityManager } from 'typeorm';
import { stillToPlace } from '../../commitments/counts.js';
import { buildProblem, termTargets } from '../snapshot/build-problem.js';
import { loadSnapshot } from '../snapshot/freeze-term.js';
import { type PersonInput } from '../snapshot/snapshot-input.js';
import { type TermPerson } from './term-people.schema.js';

/**
 * What a term asks of each Lead Reviewer if it were frozen today: the seats they may take, and for
 * others why not; the year's commitment and what became of it; this term's part. By reference.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such term, or it has no school week
 */
export async function peopleOfTerm(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<TermPerson[]> {
  const { input } = await loadSnapshot(manager, termId, { today });
  const { leads } = (await buildProblem(input)).problem;
  const targets = termTargets(leads, input);
  const limits = new Map(leads.map((lead) => [lead.id, lead.limits]));
  return [...input.people]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((person) => ({
      ...derived(person),
      limits: limits.get(person.code) ?? null,
      term: {
        share: targets.get(person.code)?.uncapped ?? 0,
        target: targets.get(person.code)?.target ?? 0,
      },
    }));
}

function derived(person: PersonInput): Omit<TermPerson, 'limits' | 'term'> {
  return {
    lead: person.code,
    name: person.name,
    synthetic: person.synthetic,
    roles: person.roles,
    isNew: person.isNew,
    refusals: person.refusals,
    servingLeader: person.servingLeader,
    hasAnswered: person.answer !== null,
    conflicts: person.conflicts.map(({ urn = null, trust = null, reason, isOverridable }) => ({
      urn,
      trust,
      reason,
      isOverridable,
    })),
    minimum: person.minimum,
    year: { ...person.year, stillToPlace: stillToPlace(person.minimum.reviews, person.year) },
  };
}
