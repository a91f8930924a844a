import { type EntityManager } from 'typeorm';
import { type Grade } from '../../availability/answer.js';
import { stillToPlace } from '../../commitments/counts.js';
import { type Plan } from '../../solver/plan.js';
import { type Problem, type Role } from '../../solver/problem.js';
import { type Slot } from '../../calendar/slots.js';
import { buildProblem, termTargets } from '../snapshot/build-problem.js';
import { loadSnapshot } from '../snapshot/freeze-term.js';
import { slotsOfWeeks } from '../snapshot/problem-leads.js';
import { type PersonInput } from '../snapshot/snapshot-input.js';
import { summarisePlan } from '../summary/plan-summary.js';
import { newestPlanOf } from '../plans/newest-plan.js';

/** How somebody stands in a term, as the registers are today and the newest plan has it. */
export interface TermLead {
  roles: Role[];
  isNew: boolean;
  servingLeader: boolean;
  minimum: number;
  led: number;
  confirmedAhead: number;
  stillToPlace: number;
  /** Reviews that the term asks of them. */
  target: number;
  /** Lead seats in the newest plan; null without a plan. */
  planned: number | null;
  /** The newest plan gives them fewer reviews than the term asks of them. */
  isUnder: boolean;
  /** Of every slot of the term, in order; empty for whoever may take no seat in it. */
  grades: (Slot & { grade: Grade })[];
}

export interface TermLeads {
  planId: string | null;
  /** The windows of the term, in order. */
  slots: Slot[];
  /** By reference; only those whom the term concerns. */
  people: Map<string, TermLead>;
}

/**
 * How everybody stands in a term: seats, commitment, target, availability, and what the newest plan gives them.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such term, or it has no school week
 */
export async function leadsOfTerm(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<TermLeads> {
  const { input } = await loadSnapshot(manager, termId, { today });
  const { problem, context } = await buildProblem(input);
  const targets = termTargets(problem.leads, input);
  const plan = await newestPlanOf(manager, termId);
  const planned = plannedSeats(problem, plan?.content);
  const people = input.people.map((person): [string, TermLead] => [
    person.code,
    {
      ...standing(person),
      target: targets.get(person.code)?.target ?? 0,
      planned: plan === null ? null : (planned.counts.get(person.code) ?? 0),
      isUnder: planned.under.has(person.code),
      grades: context.people[person.code]?.availability ?? [],
    },
  ]);
  return {
    planId: plan?.id ?? null,
    slots: slotsOfWeeks(input.weeks),
    people: new Map(people),
  };
}

function standing(
  person: PersonInput,
): Omit<TermLead, 'target' | 'planned' | 'isUnder' | 'grades'> {
  return {
    roles: person.roles,
    isNew: person.isNew,
    servingLeader: person.servingLeader,
    minimum: person.minimum.reviews,
    led: person.year.led,
    confirmedAhead: person.year.confirmedAhead,
    stillToPlace: stillToPlace(person.minimum.reviews, person.year),
  };
}

function plannedSeats(
  problem: Problem,
  plan: Plan | undefined,
): { counts: Map<string, number>; under: ReadonlySet<string> } {
  const counts = new Map<string, number>();
  if (plan === undefined) return { counts, under: new Set() };
  for (const { lead } of plan.reviews) {
    if (lead !== null) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  }
  // By today's targets, as the home of the term counts them.
  const { short } = summarisePlan(problem, plan).commitment;
  return { counts, under: new Set(short.map(({ person }) => person)) };
}
