import { counted, numbered } from '../summary/phrases.js';
import { action, type Action } from './attention/attention-line.js';
import { reviewsWithoutWindows } from './attention/school-lines.js';
import { type HomeFacts, ledRows } from './home-facts.js';

export const FUNNEL_STEPS = [
  'DUE',
  'WINDOWS',
  'AVAILABILITY',
  'ALLOCATED',
  'PUBLISHED',
  'ACCEPTED',
] as const;

/** One step on the way from schools that are due to leads who accepted. */
export interface FunnelStep {
  step: (typeof FUNNEL_STEPS)[number];
  name: string;
  /** `NOT_BEGUN`: there is nothing to count yet. `NOT_IN_USE`: this service does not do it yet. */
  state: 'COUNTED' | 'NOT_BEGUN' | 'NOT_IN_USE';
  /** Null unless counted. */
  done: number | null;
  of: number | null;
  /** What is counted, after the number: "of 54 schools". */
  unit: string;
  /** What is missing, or that nothing is. */
  note: string;
  action: Action | null;
}

export function funnelSteps(facts: HomeFacts): FunnelStep[] {
  return [
    due(facts),
    windows(facts),
    availability(facts),
    allocated(facts),
    notInUse('PUBLISHED', 'Published'),
    notInUse('ACCEPTED', 'Accepted'),
  ];
}

function due(facts: HomeFacts): FunnelStep {
  const reviews = facts.input.reviews.length;
  const missing = facts.withoutTerm.length;
  return {
    step: 'DUE',
    name: 'Schools due',
    state: 'COUNTED',
    done: reviews,
    of: reviews,
    unit: reviews === 1 ? 'review this term' : 'reviews this term',
    note:
      missing > 0
        ? `${counted(missing, 'review')} of the year ${missing === 1 ? 'has' : 'have'} no term`
        : reviews === 0
          ? 'None yet'
          : 'All in this term',
    action: dueAction(facts),
  };
}

function dueAction({ input, withoutTerm, hasMembers }: HomeFacts): FunnelStep['action'] {
  if (withoutTerm.length > 0) {
    return action('SEE_REVIEWS', 'Choose terms', { reviews: withoutTerm });
  }
  if (input.reviews.length > 0) return null;
  return hasMembers
    ? action('SEE_REVIEWS', 'Open the year’s reviews')
    : action('IMPORT', 'Import schools');
}

function windows(facts: HomeFacts): FunnelStep {
  const of = facts.input.reviews.length;
  const unknown = reviewsWithoutWindows(facts);
  return {
    step: 'WINDOWS',
    name: 'Windows known',
    state: of === 0 ? 'NOT_BEGUN' : 'COUNTED',
    done: of === 0 ? null : of - unknown.length,
    of: of === 0 ? null : of,
    unit: of === 0 ? 'No school is due' : `of ${counted(of, 'school')}`,
    note:
      unknown.length === 0 ? (of === 0 ? '' : 'All known') : `${numbered(unknown.length)} to ask`,
    action:
      unknown.length === 0
        ? null
        : action('SEE_WINDOWS_NOT_KNOWN', `Ask ${counted(unknown.length, 'school')}`, {
            reviews: unknown,
          }),
  };
}

function availability({ round }: HomeFacts): FunnelStep {
  const step = { step: 'AVAILABILITY', name: 'Availability answered' } as const;
  if (round === null) {
    return {
      ...step,
      ...NOTHING,
      unit: 'No round is open',
      note: '',
      action: action('OPEN_ROUND', 'Open the round'),
    };
  }
  const toChase = round.notAnswered.filter(({ waivedAs }) => waivedAs === null);
  const waived = round.waived === 0 ? '' : `, ${numbered(round.waived)} counted as available`;
  return {
    ...step,
    state: 'COUNTED',
    done: round.answered,
    of: round.asked,
    unit: `of ${counted(round.asked, 'person', 'people')}`,
    note: `${toChase.length === 0 ? 'Nobody to chase' : `${numbered(toChase.length)} to chase`}${waived}`,
    action:
      toChase.length === 0
        ? null
        : action('SEE_UNANSWERED', `Chase ${counted(toChase.length, 'person', 'people')}`, {
            leads: toChase.map(({ lead }) => lead),
          }),
  };
}

function allocated({ plan, input, problem }: HomeFacts): FunnelStep {
  const step = { step: 'ALLOCATED', name: 'Have a lead' } as const;
  if (plan === null) {
    return {
      ...step,
      ...NOTHING,
      unit: 'No plan yet',
      note: '',
      action: problem.reviews.length === 0 ? null : action('RUN', 'Run the allocation'),
    };
  }
  const led = ledRows(plan);
  const without = input.reviews.map(({ code }) => code).filter((code) => !led.has(code));
  const of = input.reviews.length;
  return {
    ...step,
    state: 'COUNTED',
    done: of - without.length,
    of,
    unit: `of ${counted(of, 'review')}`,
    note: without.length === 0 ? 'All have one' : `${numbered(without.length)} without`,
    action:
      without.length === 0
        ? null
        : action('SEE_UNPLACED', 'What would it take?', { plan: plan.stored.id, reviews: without }),
  };
}

const NOTHING = { state: 'NOT_BEGUN', done: null, of: null } as const;

function notInUse(step: 'PUBLISHED' | 'ACCEPTED', name: string): FunnelStep {
  return {
    step,
    name,
    state: 'NOT_IN_USE',
    done: null,
    of: null,
    unit: 'Not in use yet',
    note: '',
    action: null,
  };
}
