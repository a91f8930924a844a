import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column, POUNDS, type RegisterColumn } from '../../registers/register-column.js';
import { yearInWords } from '../moment.js';
import { type CostFilter } from './cost-report.js';
import type { CostRow, FeesReport, FeeTableName, SeatView } from './fees.schema.js';

const number = { kind: 'NUMBER' } as const;

const AMOUNTS = [
  column('done', 'Done, in pounds', POUNDS),
  column('doneSeats', 'Seats done', number),
  column('accepted', 'Accepted, in pounds', POUNDS),
  column('acceptedSeats', 'Seats accepted', number),
  column('offered', 'Offered, in pounds', POUNDS),
  column('offeredSeats', 'Seats offered', number),
  column('planned', 'In the plan, in pounds', POUNDS),
  column('plannedSeats', 'Seats in the plan', number),
  column('total', 'In all, in pounds', POUNDS),
  column('totalSeats', 'Seats in all', number),
  column('unknown', 'Seats without an amount', number),
];

const SEATS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('role', 'Seat', { width: 18 }),
  column('review', 'Review', { width: 18 }),
  column('school', 'School', { width: 34 }),
  column('region', 'Region', { width: 24 }),
  column('week', 'Monday of the week', { kind: 'DATE' }),
  column('when', 'When', { width: 34 }),
  column('stateWords', 'How it stands', { width: 26 }),
  column('pounds', 'Amount in pounds', POUNDS),
  column('how', 'How it came about', { width: 70 }),
];

const MISMATCHES = [
  column('person', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('name', 'What does not agree', { width: 34 }),
  column('words', 'In words', { width: 70 }),
  column('review', 'Review', { width: 18 }),
  column('school', 'School', { width: 34 }),
  column('region', 'Region', { width: 24 }),
  column('when', 'When', { width: 34 }),
  column('duePounds', 'Due, in pounds', POUNDS),
  column('paidPounds', 'Paid, in pounds', POUNDS),
  column('differencePounds', 'Difference, in pounds', POUNDS),
];

const NAMES: Readonly<Record<FeeTableName, { noun: string; first: string }>> = {
  terms: { noun: 'terms', first: 'Term' },
  regions: { noun: 'regions', first: 'Region' },
  leads: { noun: 'Lead Reviewers', first: 'Lead Reviewer' },
  seats: { noun: 'paid seats', first: '' },
  mismatches: { noun: 'mismatches', first: '' },
};

const inPounds = (pence: number | null): number | null => (pence === null ? null : pence / 100);

/** A table of the report to download: the rows that are shown, with the day and the filter. */
export function feesFile(
  table: FeeTableName,
  { report, seats, filter }: { report: FeesReport; seats: readonly SeatView[]; filter: CostFilter },
  made: { author: string; madeAt: Date },
): RegisterView {
  const { columns, rows } = rowsOf(table, report, seats);
  const term = report.terms.find(({ id }) => id === filter.term)?.name ?? filter.term;
  const lead = report.leads.find(({ code }) => code === filter.lead)?.name ?? filter.lead;
  return {
    // It names a sheet too, which has room for 31 characters.
    title: `Costs, ${yearInWords(report.academicYear)}, ${table}`,
    columns,
    rows,
    total: rows.length,
    noun: NAMES[table].noun,
    chosenBy: [
      `As at ${dateInWords(report.asAt)}, as on record on ${minuteInWords(new Date(report.knownAt))}`,
      `Term: ${term ?? 'all'}`,
      `Region of the school: ${filter.region ?? 'all'}`,
      `Lead Reviewer: ${lead ?? 'all'}`,
    ],
    notes: [report.headline, report.tableWords],
    ...made,
  };
}

function rowsOf(
  table: FeeTableName,
  report: FeesReport,
  seats: readonly SeatView[],
): { columns: RegisterColumn[]; rows: Record<string, unknown>[] } {
  switch (table) {
    case 'terms':
      return grouped(table, report.byTerm);
    case 'regions':
      return grouped(table, report.byRegion);
    case 'leads':
      return grouped(table, report.byLead);
    case 'seats':
      return {
        columns: SEATS,
        rows: seats.map((seat) => ({
          ...seat,
          role: ROLE_NAMES[seat.role] ?? seat.role,
          pounds: inPounds(seat.pence),
          how: seat.parts.map(({ words }) => words).join('; '),
        })),
      };
    case 'mismatches':
      return {
        columns: MISMATCHES,
        rows: report.mismatches.map((each) => ({
          ...each,
          duePounds: inPounds(each.due),
          paidPounds: inPounds(each.paid),
          differencePounds: inPounds(each.difference),
        })),
      };
  }
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  LEAD: 'Lead',
  QUALITY_ASSURER: 'Quality assurer',
  SHADOW: 'Shadow',
};

function grouped(
  table: FeeTableName,
  rows: readonly CostRow[],
): { columns: RegisterColumn[]; rows: Record<string, unknown>[] } {
  return {
    columns: [column('name', NAMES[table].first, { width: 28 }), ...AMOUNTS],
    rows: rows.map(({ name, amounts: { DONE, ACCEPTED, OFFERED, PLANNED, all } }) => ({
      name,
      done: inPounds(DONE.pence),
      doneSeats: DONE.seats,
      accepted: inPounds(ACCEPTED.pence),
      acceptedSeats: ACCEPTED.seats,
      offered: inPounds(OFFERED.pence),
      offeredSeats: OFFERED.seats,
      planned: inPounds(PLANNED.pence),
      plannedSeats: PLANNED.seats,
      total: inPounds(all.pence),
      totalSeats: all.seats,
      unknown: all.unknown,
    })),
  };
}
