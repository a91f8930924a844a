import { deadlineInWords, lastDay } from '../../../availability/rounds.js';
import { stillToPlace } from '../../../commitments/counts.js';
import { counted } from '../../summary/phrases.js';
import { type HomeFacts, type RoundFacts } from '../home-facts.js';
import {
  action,
  type AttentionLine,
  dueOn,
  isSoon,
  isThisWeek,
  lineId,
  type Urgency,
} from './attention-line.js';
import { namedFew } from './few.js';

/** The round that nobody opened yet, or those who have not answered it. */
export function availabilityLines(facts: HomeFacts): AttentionLine[] {
  return facts.round === null ? noRound(facts) : notAnswered(facts, facts.round);
}

function noRound({ term, today, input }: HomeFacts): AttentionLine[] {
  if (input.people.length === 0) return [];
  return [
    {
      id: lineId('NO_ROUND', [term.id]),
      kind: 'NO_ROUND',
      urgency: isSoon(today, term.startsOn) ? 'URGENT' : 'THIS_WEEK',
      title: `No availability round is open for ${term.name}`,
      detail:
        'Nobody is allocated who has not been asked when they are free. Open the round and give it a deadline.',
      due: null,
      blocks: `Leaves out ${counted(input.people.length, 'person', 'people')}`,
      actions: [action('OPEN_ROUND', 'Open the round')],
    },
  ];
}

function notAnswered(
  { today, input }: HomeFacts,
  { notAnswered: all, deadlineAt }: RoundFacts,
): AttentionLine[] {
  const toChase = all.filter(({ waivedAs }) => waivedAs === null);
  if (toChase.length === 0) return [];
  const leads = toChase.map(({ lead }) => lead);
  const people = counted(leads.length, 'person', 'people');
  const deadline = lastDay(deadlineAt);
  return [
    {
      id: lineId('AVAILABILITY_NOT_ANSWERED', leads),
      kind: 'AVAILABILITY_NOT_ANSWERED',
      urgency: urgencyOf(today, deadline),
      title: `${people} ${leads.length === 1 ? 'has' : 'have'} not sent their availability`,
      detail: [
        `${namedFew(toChase.map(({ name }) => name))}.`,
        `Until they answer they are not allocated${owedInWords(leads, input.people)}.`,
        `The deadline ${deadline < today ? 'was' : 'is'} ${deadlineInWords(deadlineAt)}.`,
      ].join(' '),
      due: dueOn(deadline),
      blocks: `Leaves out ${people}`,
      actions: [action('SEE_UNANSWERED', `Chase ${people}`, { leads })],
    },
  ];
}

function urgencyOf(today: string, deadline: string): Urgency {
  if (deadline < today) return 'URGENT';
  return isThisWeek(today, deadline) ? 'THIS_WEEK' : 'NEXT';
}

function owedInWords(leads: readonly string[], people: HomeFacts['input']['people']): string {
  const owed = people
    .filter(({ code }) => leads.includes(code))
    .reduce((sum, { minimum, year }) => sum + stillToPlace(minimum.reviews, year), 0);
  return owed === 0 ? '' : `; they still owe ${counted(owed, 'review')} this year`;
}
