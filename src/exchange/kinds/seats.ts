import { type Window } from '../../calendar/slots.js';
import { type SeatEventKind } from '../../commitments/counts.js';
import { whyContradicts } from '../../reviews/seat-events.js';
import { civilDate, weekDate } from '../columns/civil-dates.js';
import { endedBy, reviewWindow, role } from '../columns/codes.js';
import { type Row } from '../columns/column.js';
import { leadReference } from '../columns/shared-columns.js';
import { reference, termId, text } from '../columns/types.js';
import { type RecordKind, type RowFault } from '../record-kind.js';
import { EVENTS, loadSeats, writeSeats } from './seats-write.js';

export const seats: RecordKind = {
  name: 'seats',
  title: 'Seats',
  note: 'Who holds which seat on a review in which slot, and what happened to it.',
  columns: [
    {
      heading: 'Review',
      type: reference,
      key: true,
      required: true,
      names: 'review',
      synonyms: ['Review reference', 'Review ID', 'QAR'],
      note: 'The review’s reference.',
    },
    {
      heading: 'Role',
      type: role,
      key: true,
      required: true,
      synonyms: ['Seat'],
      note: 'Lead, quality assurer or shadow.',
    },
    leadReference,
    {
      heading: 'Week',
      type: weekDate,
      key: true,
      required: true,
      synonyms: ['Week commencing', 'w/c', 'Week beginning'],
      note: 'The Monday of the school week.',
    },
    {
      heading: 'Window',
      type: reviewWindow,
      required: true,
      synonyms: ['Days'],
      note: 'Mon–Wed or Wed–Fri.',
    },
    {
      heading: 'Term',
      type: termId,
      required: true,
      names: 'term',
      note: 'The term in which it lies.',
    },
    {
      heading: 'Offered on',
      type: civilDate,
      synonyms: ['Offered'],
      note: 'The day of the offer.',
    },
    {
      heading: 'Accepted on',
      type: civilDate,
      synonyms: ['Accepted'],
      note: 'The day of acceptance.',
    },
    {
      heading: 'Declined on',
      type: civilDate,
      synonyms: ['Declined'],
      note: 'The day it was declined.',
    },
    {
      heading: 'Withdrawn on',
      type: civilDate,
      synonyms: ['Withdrawn'],
      note: 'The day it was withdrawn.',
    },
    {
      heading: 'Cancelled on',
      type: civilDate,
      synonyms: ['Cancelled'],
      note: 'The day it was cancelled.',
    },
    {
      heading: 'Ended by',
      type: endedBy,
      synonyms: ['Cancelled by'],
      note: 'Who declined, withdrew or cancelled it.',
    },
    {
      heading: 'Reason',
      type: text,
      synonyms: ['Why'],
      note: 'Why it was declined, withdrawn or cancelled.',
    },
    {
      heading: 'Led on',
      type: civilDate,
      synonyms: ['Led', 'Completed'],
      note: 'The last day of the review, once it is done.',
    },
  ],
  load: (manager) => loadSeats(manager, seats),
  write: writeSeats,
  check,
};

const ENDINGS = ['Declined on', 'Withdrawn on', 'Cancelled on'];

function check(row: Row): RowFault[] {
  const endings = ENDINGS.filter((heading) => row[heading] !== null);
  const [ending, second] = endings;
  const faults: RowFault[] = [];
  if (second) {
    faults.push({
      column: second,
      message: `A seat ends once, and ${String(ending)} is filled too. Keep one of the two.`,
    });
  }
  for (const column of ['Ended by', 'Reason']) {
    if (ending && row[column] === null) {
      faults.push({
        column,
        message: `A seat that was ${String(ending).replace(' on', '').toLowerCase()} says who ended it and why. Fill ${column}.`,
      });
    } else if (!ending && row[column] !== null) {
      faults.push({
        column,
        message:
          'Nothing has ended this seat. Empty the cell, or fill the day it was declined, withdrawn or cancelled.',
      });
    }
  }
  return faults.length > 0 ? faults : contradictions(row);
}

/** What cannot be true together: led and withdrawn, accepted before it was offered. */
function contradictions(row: Row): RowFault[] {
  const slot = { week: String(row.Week), window: row.Window as Window };
  const earlier: { kind: SeatEventKind; on: string }[] = [];
  for (const [column, kind] of Object.entries(EVENTS)) {
    const on = row[column];
    if (typeof on !== 'string') continue;
    const message = whyContradicts({ kind, on }, earlier, slot);
    if (message !== null) return [{ column, message: `${message} Correct one of the two.` }];
    earlier.push({ kind, on });
  }
  return [];
}
