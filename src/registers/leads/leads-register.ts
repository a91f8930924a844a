import type { EntityManager } from 'typeorm';
import { leadsOfTerm, type TermLead } from '../../allocations/people/term-leads.js';
import { termById } from '../../calendar/academic-years.js';
import { type Role } from '../../reviewers/seat-facts.js';
import { answerStandings, type AnswerStanding } from '../availability/answer-standings.js';
import { STANDING_WORDS } from '../../reviewers/fact-words.js';
import { type LeadRow, type LeadsRegister } from './leads-register.schema.js';
import { registeredLeads, type RegisteredLead } from './registered-leads.js';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  LEAD: 'Lead',
  QUALITY_ASSURER: 'Quality assurer',
  SHADOW: 'Shadow',
};

/**
 * Everybody on the register as a term looks at them, by name.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such term, or it has no school week
 */
export async function leadsRegister(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<Omit<LeadsRegister, 'columns'>> {
  const term = await termById(manager, termId);
  const { planId, people } = await leadsOfTerm(manager, termId, today);
  const answers = await answerStandings(manager, termId, today);
  const leads = await registeredLeads(manager, today);
  return {
    termId,
    termName: term.name,
    planId,
    items: leads.map((lead) => rowOf(lead, people.get(lead.code), answers.of(lead.code))),
  };
}

function rowOf(
  { code, standing, servingLeader, ...lead }: RegisteredLead,
  inTerm: TermLead | undefined,
  { answer }: AnswerStanding,
): LeadRow {
  return {
    ...lead,
    lead: code,
    standing: standing && STANDING_WORDS[standing],
    seats: inTerm?.roles.map((role) => ROLE_WORDS[role]) ?? [],
    answer,
    target: againstTarget(inTerm),
    planned: inTerm?.planned ?? null,
    termTarget: inTerm?.target ?? null,
    minimum: inTerm?.minimum ?? null,
    led: inTerm?.led ?? null,
    confirmed: inTerm?.confirmedAhead ?? null,
    stillToPlace: inTerm?.stillToPlace ?? null,
    kind: servingLeader ? 'Serving leader' : 'Not a serving leader',
  };
}

function againstTarget(inTerm: TermLead | undefined): LeadRow['target'] {
  if (inTerm === undefined || inTerm.planned === null) return null;
  if (inTerm.isUnder) return 'Under';
  return inTerm.target === 0 ? 'No target' : 'Met';
}
