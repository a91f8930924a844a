import { firstDay } from '../../../calendar/slots.js';
import { slotInWords } from '../../../calendar/words.js';
import { type SeatRow } from '../../../solver/problem.js';
import { heldReviews, type UnableSeat } from '../../snapshot/problem-seats.js';
import { type HomeFacts, ledRows } from '../home-facts.js';
import { action, type AttentionLine, beginsOn, lineId } from './attention-line.js';
import { SEATS } from './seat-lines.js';

/**
 * Who accepted a review, can no longer do it, and is not in the newest plan for it any more: they and the school must be told.
 * While the plan still has them the line of the planned seat says so.
 */
export function acceptedLines(facts: HomeFacts): AttentionLine[] {
  const planned = ledRows(facts.plan);
  return heldReviews(facts.input)
    .unable.filter(({ seat }) => {
      const row = planned.get(seat.review);
      const people = [row?.lead, row?.qualityAssurer, row?.shadow];
      return seat.acceptedOn !== null && seat.week > facts.today && !people.includes(seat.lead);
    })
    .map((unable) => acceptedLine(unable, planned.get(unable.seat.review), facts));
}

/** @param now the review’s row in the plan; undefined: it has no lead there */
function acceptedLine(
  { seat, why }: UnableSeat,
  now: SeatRow | undefined,
  { names, plan }: HomeFacts,
): AttentionLine {
  const [name, school] = [names.person(seat.lead), names.school(seat.review)];
  const there = `${now?.lead ? names.person(now.lead) : 'Nobody'} is planned there instead.`;
  return {
    id: lineId('ACCEPTED_CANNOT', [seat.review, seat.lead, seat.role, why]),
    kind: 'ACCEPTED_CANNOT',
    urgency: seat.role === 'LEAD' ? 'URGENT' : 'THIS_WEEK',
    title: `${name} accepted ${school} and can no longer do it`,
    detail: `${names.inWords(why)}. Accepted as ${SEATS[seat.role]}, ${slotInWords(seat.week, seat.window)}. ${there} Tell both, and record it.`,
    due: beginsOn(firstDay(seat)),
    blocks: null,
    actions: [
      action('RECORD', 'Record what happened', { leads: [seat.lead], reviews: [seat.review] }),
      action('SEE_REVIEW', 'See the review', {
        plan: plan?.stored.id ?? null,
        reviews: [seat.review],
      }),
    ],
  };
}
