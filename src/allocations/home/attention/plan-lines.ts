import { weekdayInWords } from '../../../calendar/words.js';
import { summarisePlan } from '../../summary/plan-summary.js';
import { counted, listed, numbered } from '../../summary/phrases.js';
import { type HomeFacts, ledRows, type PlannedTerm } from '../home-facts.js';
import { type ChangedFacts, changedSince, hasChanged } from '../plan-age.js';
import { action, type AttentionLine, lineId } from './attention-line.js';
import { namedFew } from './few.js';

/** What the newest run and the newest plan leave to do. */
export function planLines(facts: HomeFacts): AttentionLine[] {
  const { plan } = facts;
  return [
    ...runLines(facts),
    ...(plan === null
      ? noPlan(facts)
      : [...outdated(plan, facts), ...withoutLead(plan, facts), ...underTarget(plan, facts)]),
  ];
}

/** A run that ended badly is told of until another is asked for. */
function runLines({ run }: HomeFacts): AttentionLine[] {
  if (run?.state === 'FAILED') {
    return [
      {
        id: lineId('RUN_FAILED', [run.id]),
        kind: 'RUN_FAILED',
        urgency: 'URGENT',
        title: 'The last run failed',
        detail: run.failure ?? '',
        due: null,
        blocks: null,
        actions: [action('SEE_RUN', 'See the run', { run: run.id }), action('RUN', 'Run again')],
      },
    ];
  }
  if (run?.state !== 'INFEASIBLE') return [];
  return [
    {
      id: lineId('RUN_WITHOUT_PLAN', [run.id]),
      kind: 'RUN_WITHOUT_PLAN',
      urgency: 'URGENT',
      title: 'The last run ended without a plan: the pins cannot all hold',
      detail: 'Drop or change one of the pins in the conflict, and run again.',
      due: null,
      blocks: 'Blocks every run',
      actions: [action('SEE_RUN', 'See which pins', { run: run.id })],
    },
  ];
}

/** While a run is under way there is nothing to do but wait. */
function noPlan({ term, problem, run }: HomeFacts): AttentionLine[] {
  if (problem.reviews.length === 0 || run?.state === 'QUEUED' || run?.state === 'SOLVING')
    return [];
  return [
    {
      id: lineId('NO_PLAN', [term.id]),
      kind: 'NO_PLAN',
      urgency: 'NEXT',
      title: `${term.name} has no plan yet`,
      detail: `${counted(problem.reviews.length, 'review')} could be allocated. Look at the pre-flight first: it tells what no run could cover.`,
      due: null,
      blocks: null,
      actions: [action('RUN', 'Run the allocation'), action('SEE_PREFLIGHT', 'Check before a run')],
    },
  ];
}

function outdated(plan: PlannedTerm, facts: HomeFacts): AttentionLine[] {
  const changed = changedSince(plan.frozen, facts.problem, facts.today);
  if (!hasChanged(changed)) return [];
  const { stored, asOf } = plan;
  const since = asOf === null ? 'since the plan was made' : `since ${weekdayInWords(asOf)}`;
  return [
    {
      id: lineId('PLAN_OUTDATED', [stored.id, ...changed.people, ...changed.reviews]),
      kind: 'PLAN_OUTDATED',
      urgency: 'THIS_WEEK',
      title: `The plan is older than facts about ${changedInWords(changed)}`,
      detail: `They were changed ${since}: ${changedNames(changed, facts)}. A run around the plan takes them in.`,
      due: null,
      blocks: null,
      actions: [
        action('RUN', 'Run around the plan', { plan: stored.id }),
        action('SEE_BOARD', 'Open the plan board', { plan: stored.id }),
      ],
    },
  ];
}

function changedInWords({ people, reviews, calendar }: ChangedFacts): string {
  return listed([
    ...(people.length === 0 ? [] : [counted(people.length, 'person', 'people')]),
    ...(reviews.length === 0 ? [] : [counted(reviews.length, 'review')]),
    ...(calendar ? ['the term’s calendar'] : []),
  ]);
}

function changedNames({ people, reviews, calendar }: ChangedFacts, { names }: HomeFacts): string {
  return namedFew([
    ...people.map((person) => names.person(person)),
    ...reviews.map((review) => names.school(review)),
    ...(calendar ? ['weeks or closed windows'] : []),
  ]);
}

function withoutLead({ stored }: PlannedTerm, facts: HomeFacts): AttentionLine[] {
  const led = ledRows(facts.plan);
  const reviews = facts.problem.reviews.map(({ id }) => id).filter((id) => !led.has(id));
  if (reviews.length === 0) return [];
  const one = reviews.length === 1;
  return [
    {
      id: lineId('WITHOUT_LEAD', reviews),
      kind: 'WITHOUT_LEAD',
      urgency: 'NEXT',
      title: `${counted(reviews.length, 'review')} ${one ? 'has' : 'have'} windows but no lead in the plan`,
      detail: `${namedFew(reviews.map((review) => facts.names.school(review)))}.`,
      due: null,
      blocks: `Blocks ${counted(reviews.length, 'review')}`,
      actions: [action('SEE_UNPLACED', 'See what it would take', { plan: stored.id, reviews })],
    },
  ];
}

/** By today's targets: what was led or confirmed since the plan was made counts. */
function underTarget({ stored }: PlannedTerm, { problem, names }: HomeFacts): AttentionLine[] {
  const { short, shortBy } = summarisePlan(problem, stored.content).commitment;
  if (short.length === 0) return [];
  const one = short.length === 1;
  const told = short.map(
    ({ person, led, target }) => `${names.person(person)} (${led} of ${target})`,
  );
  return [
    {
      id: lineId(
        'UNDER_TARGET',
        short.map(({ person, led, target }) => `${person} ${led} ${target}`),
      ),
      kind: 'UNDER_TARGET',
      urgency: 'NEXT',
      title: `${counted(short.length, 'lead')} ${one ? 'is' : 'are'} under the term’s target, by ${numbered(shortBy)} in all`,
      detail: `${namedFew(told)}.`,
      due: null,
      blocks: null,
      actions: [
        action('SEE_UNDER_TARGET', one ? 'See the lead' : 'See the leads', {
          plan: stored.id,
          leads: short.map(({ person }) => person),
        }),
      ],
    },
  ];
}
