import { theirs } from '../../../availability/theirs.js';
import { firstDay } from '../../../calendar/slots.js';
import { slotInWords, weekdayInWords } from '../../../calendar/words.js';
import { type Role } from '../../../solver/problem.js';
import { type Breach } from '../../../solver/rules/plan-rule.js';
import { breachInWords } from '../../summary/effect-words.js';
import { counted } from '../../summary/phrases.js';
import { type HomeFacts } from '../home-facts.js';
import { type LostSeat, planToday } from '../planned-seats.js';
import {
  action,
  type AttentionKind,
  type AttentionLine,
  beginsOn,
  lineId,
} from './attention-line.js';

/** Planned seats that today's facts forbid, planned reviews that are due no more, rules broken by several seats together. */
export function seatLines(facts: HomeFacts): AttentionLine[] {
  const { lost, gone, together } = planToday(facts);
  return [
    ...onceEach(lost.map((seat) => lostSeatLine(seat, facts))),
    ...gone.map((row) => goneLine(row, facts)),
    ...together.map((breach) => togetherLine(breach, facts)),
  ].sort((one, other) => ((one.due?.on ?? '') < (other.due?.on ?? '') ? -1 : 1));
}

interface Told {
  kind: AttentionKind;
  title: string;
  why: string;
}

function lostSeatLine(seat: LostSeat, facts: HomeFacts): AttentionLine {
  const { row, role, person } = seat;
  const { kind, title, why } = tell(seat, facts);
  const ofSchool = kind === 'SCHOOL_CHANGED';
  const planned = ofSchool
    ? `The plan has its review then, led by ${facts.names.person(row.lead)}.`
    : plannedInWords(seat, facts);
  const plan = facts.plan?.stored.id ?? null;
  const of = { plan, leads: [person] };
  const aboutPerson =
    kind === 'GATE_RUNS_OUT'
      ? action('RECORD_CHECK', 'Record a new check', of)
      : action('SEE_LEAD', `See ${facts.names.person(person)}`, of);
  return {
    // The school's change is one thing, however many sit there.
    id: lineId(kind, [row.review, row.week, row.window, ...(ofSchool ? [] : [person, title])]),
    kind,
    urgency: role === 'LEAD' || ofSchool ? 'URGENT' : 'THIS_WEEK',
    title,
    detail: `${why} ${planned}`,
    due: beginsOn(firstDay(row)),
    blocks: 'Blocks 1 review',
    actions: [
      action('SEE_REVIEW', ofSchool ? 'Find another window' : 'Find cover', {
        plan,
        reviews: [row.review],
      }),
      ...(ofSchool ? [] : [aboutPerson]),
    ],
  };
}

/** A seat within a sentence. */
export const SEATS: Record<Role, string> = {
  LEAD: 'the lead',
  QUALITY_ASSURER: 'the quality assurer',
  SHADOW: 'the shadow',
};

function plannedInWords({ row, role }: LostSeat, { names }: HomeFacts): string {
  return `Planned as ${SEATS[role]} at ${names.school(row.review)}, ${slotInWords(row.week, row.window)}.`;
}

function tell(seat: LostSeat, facts: HomeFacts): Told {
  const { names } = facts;
  const name = names.person(seat.person);
  const school = names.school(seat.row.review);
  const slot = slotInWords(seat.row.week, seat.row.window);
  const [breach] = seat.breaches;
  if (breach === undefined) {
    return {
      kind: 'PERSON_CANNOT',
      title: `${name} takes no part in the term any more`,
      why: whyLeftOut(seat, facts),
    };
  }
  switch (breach.rule) {
    case 'roleIsHeld':
      return {
        kind: 'PERSON_CANNOT',
        title: `${name} may not be ${SEATS[seat.role]} any more`,
        why: whyRefused(seat, facts),
      };
    case 'hostAcceptsSlot':
      return {
        kind: 'SCHOOL_CHANGED',
        title: `${school} does not accept ${slot} any more`,
        why: 'Its answer or its calendar was changed since the plan was made.',
      };
    case 'slotIsOpen':
      return {
        kind: 'SCHOOL_CHANGED',
        title: `Nobody can review on ${slot} any more`,
        why: `${inWords(breach, facts)}`,
      };
    case 'personIsAvailable':
      return unavailable(seat, facts, { name, slot });
    case 'noConflictOfInterest':
      return {
        kind: 'CONFLICT_RECORDED',
        title: `${name} has a conflict with ${school}`,
        why: inWords(breach, facts),
      };
    case 'noBan':
      return ruledOut(seat, facts, { name, school, breach });
    default:
      return {
        kind: 'PERSON_CANNOT',
        title: `${name} cannot review ${school} any more`,
        why: inWords(breach, facts),
      };
  }
}

/** A gate that does not cover the review's last day, or what they themselves said. */
function unavailable(
  { row, person }: LostSeat,
  { input, context, names }: HomeFacts,
  { name, slot }: { name: string; slot: string },
): Told {
  const isSlot = (each: { week: string; window: string }): boolean =>
    each.week === row.week && each.window === row.window;
  const known = input.people.find(({ code }) => code === person);
  const gate = known?.gateBlocks.find(isSlot);
  if (gate) {
    return {
      kind: 'GATE_RUNS_OUT',
      title: `${name} cannot be on a planned review: ${uncapitalised(firstOf(gate.reason))}`,
      why: `${gate.reason}.`,
    };
  }
  const said = context.people[person]?.availability.find(isSlot);
  const because = said === undefined || said.grade !== 'UNAVAILABLE' ? '' : theirs(said.because);
  return {
    kind: 'PERSON_CANNOT',
    title: `${name} can no longer do ${slot}`,
    why: because === '' ? `${name} has another seat that week.` : `${names.inWords(because)}.`,
  };
}

/** Who gave a seat up is not asked for it again; anything else was ruled out by operations. */
function ruledOut(
  { row, person }: LostSeat,
  facts: HomeFacts,
  { name, school, breach }: { name: string; school: string; breach: Breach },
): Told {
  const givenUp = facts.input.seats.find(
    (seat) => seat.lead === person && seat.review === row.review && seat.givenUp !== null,
  )?.givenUp;
  if (!givenUp) {
    return {
      kind: 'PERSON_CANNOT',
      title: `${name} has been ruled out for ${school}`,
      why: inWords(breach, facts),
    };
  }
  const on = weekdayInWords(givenUp.on);
  return givenUp.by === 'SCHOOL'
    ? {
        kind: 'PERSON_DECLINED',
        title: `${school} does not want ${name}`,
        why: `Recorded on ${on}.`,
      }
    : {
        kind: 'PERSON_DECLINED',
        title: `${name} has given up the review of ${school}`,
        why: `Recorded on ${on}; they are not asked for it again.`,
      };
}

function whyLeftOut({ person }: LostSeat, { input, context, names }: HomeFacts): string {
  const left = context.leftOut.find(({ lead }) => lead === person);
  if (left) return `${names.inWords(left.reason)}.`;
  return input.people.some(({ code }) => code === person)
    ? 'May take no seat this term.'
    : 'Neither in the pool nor in induction any more.';
}

function whyRefused({ person, role }: LostSeat, { input }: HomeFacts): string {
  const known = input.people.find(({ code }) => code === person);
  const reasons = known?.refusals.find((refusal) => refusal.role === role)?.reasons ?? [];
  return reasons.length === 0 ? 'May not take that seat this term.' : `${reasons.join('; ')}.`;
}

function goneLine(
  row: { review: string; week: string | null; window: 'MON_WED' | 'WED_FRI' | null },
  facts: HomeFacts,
): AttentionLine {
  const { names, context, plan } = facts;
  const left = context.leftOut.find(({ review }) => review === row.review);
  const slot = row.week && row.window ? { week: row.week, window: row.window } : null;
  return {
    id: lineId('REVIEW_GONE', [row.review]),
    kind: 'REVIEW_GONE',
    urgency: 'THIS_WEEK',
    title: `${names.school(row.review)} is in the plan, but its review cannot be allocated any more`,
    detail: left
      ? `${names.inWords(left.reason)}.`
      : 'It was cancelled, postponed, closed or moved to another term since the plan was made.',
    due: slot && beginsOn(firstDay(slot)),
    blocks: null,
    actions: [
      action('SEE_REVIEWS', 'See the review', { reviews: [row.review] }),
      action('SEE_BOARD', 'Open the plan board', { plan: plan?.stored.id ?? null }),
    ],
  };
}

function togetherLine(breach: Breach, facts: HomeFacts): AttentionLine {
  const { names, plan } = facts;
  const { title, sentence, reviews, people } = breachInWords(breach, names);
  return {
    id: lineId('PLAN_BREAKS_RULE', [breach.rule, ...reviews, ...people]),
    kind: 'PLAN_BREAKS_RULE',
    urgency: 'URGENT',
    title: `The plan breaks a rule since facts were changed: ${uncapitalised(title)}`,
    detail: sentence,
    due: null,
    blocks: `Blocks ${counted(reviews.length, 'review')}`,
    actions: [
      action('SEE_BOARD', 'Open the plan board', {
        plan: plan?.stored.id ?? null,
        reviews: [...reviews],
        leads: [...people],
      }),
    ],
  };
}

function inWords(breach: Breach, { names }: HomeFacts): string {
  return breachInWords(breach, names).sentence;
}

/** Several reasons are joined by "; "; what they have to do with the review's days follows a comma. */
function firstOf(reasons: string): string {
  return /^[^;,]*/u.exec(reasons)?.[0] ?? reasons;
}

/** A sentence's beginning in the middle of another; "DBS check" keeps its capitals. */
function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function onceEach(lines: readonly AttentionLine[]): AttentionLine[] {
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}
