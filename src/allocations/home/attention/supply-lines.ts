import { weekInWords } from '../../../calendar/words.js';
import { type WeekRow } from '../../../solver/preflight/tables.js';
import { counted, numbered, sentence } from '../../summary/phrases.js';
import {
  assurersInWords,
  shadowsInWords,
  shortageInWords,
  shortagesBesidePins,
} from '../../summary/preflight-words.js';
import { type HomeFacts } from '../home-facts.js';
import { action, type AttentionLine, isSoon, lineId } from './attention-line.js';
import { namedFew } from './few.js';

/** Where supply cannot meet demand, as pre-flight finds it: proven shortages, and weeks that will not come out even. */
export function supplyLines(facts: HomeFacts): AttentionLine[] {
  return [
    ...pinsShort(facts),
    ...nobodyCanLead(facts),
    ...shortages(facts),
    ...weeks(facts),
    // Before any windows are known nobody could sit beside anybody, which tells nothing.
    ...(facts.problem.reviews.length === 0 ? [] : [...notAssured(facts), ...withoutShadow(facts)]),
  ];
}

function pinsShort({ preflight: { pinsShort: short }, names }: HomeFacts): AttentionLine[] {
  if (short === null) return [];
  const { what, why } = shortageInWords(short, names);
  return [
    {
      id: lineId('PINS_SHORT', short.reviews),
      kind: 'PINS_SHORT',
      urgency: 'URGENT',
      title: `${counted(short.reviews.length, 'pinned review')} cannot all have a lead`,
      detail: `No plan keeps the pins, so a run would end without one. ${what} ${why}`,
      due: null,
      blocks: 'Blocks every run',
      actions: [action('SEE_PREFLIGHT', 'See the pins', { reviews: short.reviews })],
    },
  ];
}

function nobodyCanLead({ problem, preflight: { nobody }, names }: HomeFacts): AttentionLine[] {
  if (nobody.length === 0) return [];
  const reviews = nobody.map(({ review }) => review);
  // Before anybody takes part there is nothing that keeps leads away from one review or another.
  if (problem.leads.length === 0) {
    return [
      {
        id: lineId('NOBODY_CAN_LEAD', []),
        kind: 'NOBODY_CAN_LEAD',
        urgency: 'THIS_WEEK',
        title: 'No Lead Reviewer takes part in the term yet',
        detail:
          'Add or import Lead Reviewers, and enter what they answer to the availability round.',
        due: null,
        blocks: `Blocks ${counted(reviews.length, 'review')}`,
        actions: [action('SEE_LEAD', 'See the Lead Reviewers')],
      },
    ];
  }
  return [
    {
      id: lineId('NOBODY_CAN_LEAD', reviews),
      kind: 'NOBODY_CAN_LEAD',
      urgency: 'THIS_WEEK',
      title: `Nobody could lead ${counted(reviews.length, 'review')}, whatever the plan`,
      detail: `${namedFew(reviews.map((review) => names.school(review)))}. Only another window, another fact about somebody or another lead helps.`,
      due: null,
      blocks: `Blocks ${counted(reviews.length, 'review')}`,
      actions: [action('SEE_PREFLIGHT', 'See what keeps leads away', { reviews })],
    },
  ];
}

function shortages({ preflight, names }: HomeFacts): AttentionLine[] {
  return shortagesBesidePins(preflight).map((short): AttentionLine => {
    const { why } = shortageInWords(short, names);
    const without = short.reviews.length - short.most;
    const schools = short.reviews.map((review) => names.school(review));
    return {
      id: lineId('SHORTAGE', short.reviews),
      kind: 'SHORTAGE',
      urgency: 'THIS_WEEK',
      title: `At least ${numbered(without)} of ${counted(short.reviews.length, 'review')} will go without a lead, whatever the plan`,
      detail: `${namedFew(schools)}. ${why}`,
      due: null,
      blocks: `Blocks ${counted(without, 'review')}`,
      actions: [action('SEE_PREFLIGHT', 'See who could help', { reviews: short.reviews })],
    };
  });
}

/** Weeks that have begun are past asking. */
function weeks(facts: HomeFacts): AttentionLine[] {
  return facts.preflight.weeks
    .filter(({ week, standing }) => standing !== 'ENOUGH' && week > facts.today)
    .map((row) => weekLine(row, facts));
}

function weekLine(row: WeekRow, { names, today }: HomeFacts): AttentionLine {
  const { week, standing, onlyHere, mostOnlyHere, evenShare, most } = row;
  const kind = standing === 'SHORT' ? 'WEEK_SHORT' : 'WEEK_TIGHT';
  const name = weekInWords(week).replace('Week', 'week');
  const asks =
    onlyHere.length === 0
      ? ''
      : ` ${namedFew(onlyHere.map((id) => names.school(id)))} could be led in no other week: ask now, while ${onlyHere.length === 1 ? 'it' : 'they'} can still move.`;
  return {
    id: lineId(kind, [week]),
    kind,
    urgency: isSoon(today, week) || kind === 'WEEK_SHORT' ? 'THIS_WEEK' : 'NEXT',
    title:
      kind === 'WEEK_SHORT'
        ? `The ${name} is short: ${counted(onlyHere.length, 'review')} could be led in no other week, at most ${numbered(mostOnlyHere)} in this one`
        : `The ${name} is tight: some ${numbered(Math.round(evenShare))} reviews would fall on it, at most ${numbered(most)} can be led`,
    detail: sentence(
      `${counted(row.people, 'person', 'people')} could lead a review then; ${counted(row.accepted, 'school')} ${row.accepted === 1 ? 'accepts' : 'accept'} it.${asks}`,
    ),
    due: null,
    blocks: null,
    actions: [action('SEE_PREFLIGHT', 'See the week', { week, reviews: onlyHere })],
  };
}

function notAssured({ preflight, names }: HomeFacts): AttentionLine[] {
  const { nobody, shortages: few } = preflight.assurers;
  const words = assurersInWords(preflight, names);
  if (words.length === 0) return [];
  const people = [...nobody, ...few.flatMap(({ newLeads }) => newLeads)];
  return [
    {
      id: lineId('NEW_LEADS_NOT_ASSURED', people),
      kind: 'NEW_LEADS_NOT_ASSURED',
      urgency: 'NEXT',
      title: `There are too few quality assurers for ${counted(people.length, 'new lead')}`,
      detail: words.slice(0, 2).join(' '),
      due: null,
      blocks: null,
      actions: [action('SEE_PREFLIGHT', 'See who could help', { leads: people })],
    },
  ];
}

function withoutShadow({ preflight, names }: HomeFacts): AttentionLine[] {
  const { nowhere, shortages: few } = preflight.shadows;
  const words = shadowsInWords(preflight, names);
  if (words.length === 0) return [];
  const people = [...nowhere, ...few.flatMap((short) => short.people)];
  return [
    {
      id: lineId('SHADOWS_WITHOUT_REVIEW', people),
      kind: 'SHADOWS_WITHOUT_REVIEW',
      urgency: 'NEXT',
      title: `Not everybody in induction can shadow a review: ${counted(people.length, 'person', 'people')} concerned`,
      detail: words.slice(0, 2).join(' '),
      due: null,
      blocks: null,
      actions: [action('SEE_PREFLIGHT', 'See where they could shadow', { leads: people })],
    },
  ];
}
