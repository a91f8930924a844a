import { confirmedByTerm, ledByTerm } from '../../commitments/counts.js';
import { type Lead } from '../../solver/problem.js';
import { counted, listed } from '../summary/phrases.js';
import { type LeadFacts } from './lead-facts.js';
import { type LeadSeat } from './lead-seats.js';
import { type PlanLeadView } from './plan-lead.schema.js';

type Commitment = NonNullable<PlanLeadView['commitment']>;
type TermCount = Commitment['terms'][number];

/** How somebody's year stands: what was led and booked, term by term, with what this plan gives. */
export function leadCommitment(
  { commitment, roles }: Lead,
  facts: LeadFacts,
  seats: readonly LeadSeat[],
): Commitment {
  const { inTerm } = facts;
  const minimum = inTerm?.minimum.reviews ?? commitment.minimum;
  const terms = termCounts(
    facts,
    seats.filter(({ role }) => role === 'LEAD'),
  );
  const sum = (part: keyof Pick<TermCount, 'led' | 'booked' | 'offered' | 'draft'>): number =>
    terms.reduce((total, each) => total + each[part], 0);
  const parts = {
    led: sum('led'),
    booked: sum('booked'),
    offered: sum('offered'),
    draft: sum('draft'),
  };
  const placed = parts.led + parts.booked + parts.offered + parts.draft;
  const left = Math.max(0, minimum - placed);
  const target = roles.includes('LEAD') ? commitment.target : 0;
  const here = seats.filter(({ role }) => role === 'LEAD').length;
  const shortBy = Math.max(0, target - here);
  return {
    minimum,
    workedOut: inTerm?.minimum.workedOut ?? minimum,
    reason: inTerm?.minimum.reason ?? 'As it was when the plan was made',
    left,
    target,
    shortBy,
    terms,
    words: [
      `${placed === 0 ? 'nothing led or planned yet' : partsInWords(parts)}; ${left === 0 ? 'nothing' : counted(left, 'review')} left to place of the year’s ${minimum}`,
      target === 0
        ? 'No target for this term'
        : shortBy === 0
          ? `This term’s target of ${target} is met`
          : `${counted(shortBy, 'review')} short of this term’s target of ${target}`,
    ],
    lost: inTerm === null ? [] : lostInWords(inTerm.year),
  };
}

/** Only what this plan has counts in its own term; other terms are as they were recorded. */
function termCounts(
  { terms, term, seats, settings, year }: LeadFacts,
  here: readonly LeadSeat[],
): TermCount[] {
  const ofYear = seats.filter(({ academicYear }) => academicYear === year.id);
  const led = ledByTerm(ofYear, settings);
  const booked = confirmedByTerm(ofYear, settings);
  return terms.map(({ id, name }) => {
    const isThis = id === term.id;
    const of = (...kinds: LeadSeat['state']['kind'][]): number =>
      here.filter(({ state }) => kinds.includes(state.kind)).length;
    const counts = isThis
      ? { led: of('LED'), booked: of('ACCEPTED'), offered: of('OFFERED'), draft: of('DRAFT') }
      : { led: led.get(id) ?? 0, booked: booked.get(id) ?? 0, offered: 0, draft: 0 };
    return { term: id, name, isThis, ...counts, words: partsInWords(counts) };
  });
}

function partsInWords(parts: Pick<TermCount, 'led' | 'booked' | 'offered' | 'draft'>): string {
  const told = [
    [parts.led, 'led'],
    [parts.booked, 'booked'],
    [parts.offered, 'offered'],
    [parts.draft, 'in this plan, told to nobody'],
  ] as const;
  const words = told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return words.length === 0 ? 'none' : listed(words);
}

function lostInWords(year: NonNullable<LeadFacts['inTerm']>['year']): string[] {
  const lost = [
    [year.declined, 'declined'],
    [year.withdrawn, 'given back after they had accepted'],
    [year.cancelledLate, 'cancelled late by the school, so that it counts as offered'],
    [year.cancelledInTime, 'cancelled by the school in good time'],
    [year.awaitingAnswer, 'offered and not answered yet'],
  ] as const;
  return lost.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
}
