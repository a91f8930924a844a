import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column } from '../../registers/register-column.js';
import { yearInWords } from '../moment.js';
import { KIND_NAMES } from './gate-words.js';
import type { GatesQuery, GatesReport } from './gates.schema.js';

const COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('region', 'Home region', { width: 24 }),
  column('kindName', 'What', { width: 22 }),
  column('urgencyName', 'How urgent', { width: 24 }),
  column('words', 'In words', { width: 60 }),
  column('endsOn', 'Its last day', { kind: 'DATE' }),
  column('firstDay', 'First review concerned', { kind: 'DATE' }),
  column('reviews', 'Reviews concerned', { kind: 'NUMBER' }),
  column('bookings', 'Which', { kind: 'LIST', width: 70 }),
];

/** The report as a table to download: the same rows in the same order, with the day and the filter. */
export function gatesFile(
  report: GatesReport,
  { kind, term, region }: GatesQuery,
  made: { author: string; madeAt: Date; total: number },
): RegisterView {
  const termName = report.terms.find(({ id }) => id === term)?.name ?? term;
  return {
    // It names a sheet too, which has room for 31 characters.
    title: `Contracts, checks ${yearInWords(report.academicYear)}`,
    columns: COLUMNS,
    rows: report.rows.map(({ bookings, ...row }) => ({
      ...row,
      reviews: bookings.length,
      bookings: bookings.map(({ school, when }) => `${school} (${when})`),
    })),
    noun: 'things that run out or are missing',
    chosenBy: [
      `As at ${dateInWords(report.asAt)}, as on record on ${minuteInWords(new Date(report.knownAt))}`,
      `What: ${kind === undefined ? 'all' : KIND_NAMES[kind]}`,
      `Term: ${termName ?? 'all'}`,
      `Home region: ${region ?? 'all'}`,
    ],
    notes: [report.headline, report.dueWords],
    ...made,
  };
}
