import type { EntityManager } from 'typeorm';
import { leadsOfTerm, type TermLead } from '../../allocations/people/term-leads.js';
import { type Grade } from '../../availability/answer.js';
import { gradeInWords } from '../../availability/answer-words.js';
import { termById } from '../../calendar/academic-years.js';
import { slotInWords } from '../../calendar/words.js';
import { registeredLeads, type RegisteredLead } from '../leads/registered-leads.js';
import { STANDING_WORDS } from '../../reviewers/fact-words.js';
import { type AnswerStanding, answerStandings } from './answer-standings.js';
import { type AvailabilityRegister, type AvailabilityRow } from './availability-register.schema.js';

/**
 * Who answered the availability round of a term and what it comes to, by name: those who are asked, and whoever
 * answered.
 *
 * @param today civil date, from the Clock
 * @returns all but the round's counts, which its own use case knows
 * @throws Refusal when there is no such term, or it has no school week
 */
export async function availabilityRegister(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<Omit<AvailabilityRegister, 'columns' | 'round'> & { hasRound: boolean }> {
  const term = await termById(manager, termId);
  const { planId, slots, people } = await leadsOfTerm(manager, termId, today);
  const answers = await answerStandings(manager, termId, today);
  const leads = await registeredLeads(manager, today);
  const concerned = leads.filter(
    ({ code, standing }) =>
      answers.of(code).answer !== null ||
      (answers.round === null && (standing === 'IN_POOL' || standing === 'IN_INDUCTION')),
  );
  return {
    termId,
    termName: term.name,
    planId,
    hasRound: answers.round !== null,
    slots: slots.map((slot) => ({ ...slot, inWords: slotInWords(slot.week, slot.window) })),
    items: concerned.map((lead) => rowOf(lead, people.get(lead.code), answers.of(lead.code))),
  };
}

function rowOf(
  lead: RegisteredLead,
  inTerm: TermLead | undefined,
  { answer, said, waiver, waiverVersion }: AnswerStanding,
): AvailabilityRow {
  const counts = answer === null || answer === 'None' ? undefined : inTerm;
  return {
    lead: lead.code,
    name: lead.name,
    email: lead.email,
    synthetic: lead.synthetic,
    standing: lead.standing && STANDING_WORDS[lead.standing],
    region: lead.region,
    answer: answer ?? 'Not asked',
    answeredOn: said?.answeredOn ?? null,
    ...windowsOf(counts),
    ceiling: said?.ceiling ?? null,
    termTarget: inTerm?.target ?? null,
    planned: inTerm?.planned ?? null,
    waiver: waiver === undefined ? null : capital(gradeInWords(waiver.grade)),
    waiverReason: waiver?.reason ?? null,
    waiverVersion,
    usual: said === undefined ? null : capital(gradeInWords(said.default)),
    note: said?.note ?? null,
    recordedBy: said?.recordedBy ?? waiver?.recordedBy ?? null,
  };
}

const LETTERS: Readonly<Record<Grade, string>> = {
  PREFERRED: 'P',
  AVAILABLE: 'A',
  IF_NEEDED: 'I',
  UNAVAILABLE: 'N',
};

function windowsOf(
  inTerm: TermLead | undefined,
): Pick<AvailabilityRow, 'lane' | 'preferred' | 'available' | 'ifNeeded' | 'unavailable'> {
  if (inTerm === undefined || inTerm.grades.length === 0) {
    return { lane: null, preferred: null, available: null, ifNeeded: null, unavailable: null };
  }
  const count = (grade: Grade): number =>
    inTerm.grades.filter((slot) => slot.grade === grade).length;
  return {
    lane: inTerm.grades.map(({ grade }) => LETTERS[grade]).join(''),
    preferred: count('PREFERRED'),
    available: count('AVAILABLE'),
    ifNeeded: count('IF_NEEDED'),
    unavailable: count('UNAVAILABLE'),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
