import { type CivilDate } from '../../calendar/civil-date.js';
import { dateInWords, minuteInWords, weekdayInWords } from '../../calendar/words.js';
import { type SeatOutcome } from '../../commitments/counts.js';
import { counted, listed, sentence } from '../../allocations/summary/phrases.js';
import { type Cause, CAUSES } from './attribution.js';
import { type CausePart, type CommitmentRow } from './commitments.schema.js';
import { type Figure } from './figures.js';
import { type Standing } from './standing.js';
import { type LeadSeat, type YearFacts } from './year-facts.js';

/** Everything a report of commitments says in words. */

export const STANDING_NAMES: Readonly<Record<Standing, { name: string; group: string }>> = {
  BEHIND: { name: 'Behind', group: 'Cannot reach the minimum this year' },
  AT_RISK: { name: 'At risk', group: 'Can reach it, with nothing to spare' },
  ON_TRACK: { name: 'On track', group: 'On track' },
  MET: { name: 'Met', group: 'Met' },
  EXCEEDED: { name: 'Exceeded', group: 'Exceeded' },
};

const CAUSE_NAMES: Readonly<Record<Cause, { name: string; short: string }>> = {
  CANCELLED_BY_SCHOOL: { name: 'Cancelled by schools', short: 'school cancelled' },
  DECLINED: { name: 'Declined', short: 'declined' },
  TOO_FEW_DATES: { name: 'Not enough availability declared', short: 'too few dates' },
  CONFLICTS_OR_CAPS: { name: 'Conflicts or caps', short: 'conflicts or caps' },
  NOT_OFFERED: { name: 'Not enough offered', short: 'not offered' },
};

export const FIGURE_NAMES: Readonly<Record<Figure, string>> = {
  offered: 'offered',
  led: 'led',
  confirmedAhead: 'accepted and still to be led',
  awaitingAnswer: 'offered and waiting for an answer',
  declined: 'declined or given back',
  cancelledLate: 'cancelled late by schools',
  cancelledInTime: 'cancelled by schools in good time',
};

export const OUTCOME_WORDS: Readonly<Record<SeatOutcome, string>> = {
  led: 'Led',
  confirmedAhead: 'Accepted, still to be led',
  awaitingAnswer: 'Offered, waiting for an answer',
  declined: 'Declined',
  withdrawn: 'Given back after accepting',
  cancelledLate: 'Cancelled late by the school: counts as offered',
  cancelledInTime: 'Cancelled by the school in good time',
};

export function standingsOf(rows: readonly { standing: Standing }[]): {
  standing: Standing;
  name: string;
  group: string;
  leads: number;
}[] {
  return (Object.keys(STANDING_NAMES) as Standing[]).map((standing) => ({
    standing,
    ...STANDING_NAMES[standing],
    leads: rows.filter((row) => row.standing === standing).length,
  }));
}

/** Every cause with its part, also where it is 0. */
export function causeParts(parts: Readonly<Record<Cause, number>>): CausePart[] {
  return CAUSES.map((cause) => ({
    cause,
    reviews: parts[cause],
    name: CAUSE_NAMES[cause].name,
    words: `${parts[cause]} ${CAUSE_NAMES[cause].short}`,
  }));
}

/** "22 of 25 Lead Reviewers have reached their minimum or still can." */
export function headlineOf(rows: readonly CommitmentRow[]): {
  headline: string;
  cannot: string | null;
} {
  const behind = rows.filter(({ standing }) => standing === 'BEHIND');
  const reach = rows.length - behind.length;
  const headline =
    rows.length === 0
      ? 'Nobody is shown: no Lead Reviewer has a contract or a seat here.'
      : behind.length === 0
        ? rows.length === 1
          ? 'The one Lead Reviewer shown has reached the minimum or still can.'
          : `All ${counted(rows.length, 'Lead Reviewer')} have reached their minimum or still can.`
        : `${reach} of ${counted(rows.length, 'Lead Reviewer')} have reached their minimum or still can.`;
  const named = behind.slice(0, 5).map(({ name }) => name);
  const others = behind.length - named.length;
  return {
    headline,
    cannot:
      behind.length === 0
        ? null
        : `${behind.length} cannot: ${listed([...named, ...(others > 0 ? [counted(others, 'other')] : [])])}.`,
  };
}

/** Whose each part of the shortfall is to mend. */
export function causesInSentence(parts: readonly CausePart[]): { headline: string; words: string } {
  const of = (...causes: Cause[]): number =>
    parts.reduce((sum, { cause, reviews }) => sum + (causes.includes(cause) ? reviews : 0), 0);
  const total = of(...CAUSES);
  if (total === 0)
    return {
      headline: 'Nothing is left to place',
      words: 'Every review of the minimum is led, accepted or offered.',
    };
  const ours = of('NOT_OFFERED', 'CANCELLED_BY_SCHOOL', 'CONFLICTS_OR_CAPS');
  const theirs = of('DECLINED', 'TOO_FEW_DATES');
  return {
    headline: `${counted(total, 'review')} still to place: why`,
    words: `${ours} ${ours === 1 ? 'is' : 'are'} the programme’s or the schools’ to mend, ${theirs} ${theirs === 1 ? 'follows' : 'follow'} from dates and answers. The parts add up exactly.`,
  };
}

export function asAtInWords(asAt: CivilDate, { terms }: YearFacts, weeksLeft: number): string {
  const last = terms.find(({ endsOn }) => endsOn === asAt);
  const day = `As at ${weekdayInWords(asAt)}${last === undefined ? '' : `, the last day of ${last.name}`}.`;
  return `${day} ${sentence(weeksLeftInWords(weeksLeft, 'this year'))}.`;
}

/** "25 school weeks are left this year". @param of what they are left: "this year" */
export function weeksLeftInWords(weeks: number, of: string): string {
  return weeks === 0
    ? `no school week is left ${of}`
    : `${counted(weeks, 'school week')} ${weeks === 1 ? 'is' : 'are'} left ${of}`;
}

export function limitsInWords({ terms }: YearFacts): {
  term: string;
  name: string;
  computedAt: string | null;
  words: string;
}[] {
  return terms.map(({ id, name, most }) => ({
    term: id,
    name,
    computedAt: most?.computedAt ?? null,
    words:
      most === null
        ? `${name}: nobody has been asked for dates yet, or it was not looked at, so no shortfall is put down to dates or rules`
        : `${name}: dates and rules looked at on ${minuteInWords(new Date(most.computedAt))}`,
  }));
}

export function reachInWords({ forecast }: YearFacts): string {
  return forecast === null
    ? 'No forecast had been computed: whether a minimum can still be reached is judged by the school weeks left alone'
    : `Whether a minimum can still be reached is taken from the forecast of ${minuteInWords(new Date(forecast.computedAt))}`;
}

const WHO = {
  SCHOOL: 'the school',
  LEAD_REVIEWER: 'the Lead Reviewer',
  PROGRAMME: 'the programme',
};
const EVENT_WORDS = {
  OFFERED: 'Offered',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  WITHDRAWN: 'Given back or taken back',
  CANCELLED: 'Cancelled',
  LED: 'Led',
};

/** "Cancelled on 8 February 2027 by the school: Ofsted called" */
export function eventInWords({
  kind,
  on,
  causedBy,
  reason,
}: Pick<LeadSeat['events'][number], 'kind' | 'on' | 'causedBy' | 'reason'>): string {
  const by = causedBy === null ? '' : ` by ${WHO[causedBy]}`;
  return `${EVENT_WORDS[kind]} on ${dateInWords(on)}${by}${reason === null ? '' : `: ${reason}`}`;
}

/** What was on record before it was corrected, and by whom and when. */
export function correctionInWords(event: LeadSeat['corrected'][number]): string {
  const when = minuteInWords(new Date(event.correctedAt));
  return `Was recorded as “${eventInWords(event)}” until ${when}, corrected by ${event.correctedBy}`;
}

/** The letters beside a minimum that is not the usual one. */
export function minimumMark(minimum: {
  reason: string;
  weeksInContract: number;
  weeksOfYear: number;
}): CommitmentRow['minimumMark'] {
  if (minimum.reason.startsWith('Agreed exception')) return 'EXCEPTION';
  if (minimum.weeksInContract < minimum.weeksOfYear) return 'PART_YEAR';
  return minimum.reason.startsWith('Serving leader') ? 'SERVING' : null;
}
