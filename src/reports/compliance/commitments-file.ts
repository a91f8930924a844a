import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column, type RegisterColumn } from '../../registers/register-column.js';
import { type CommitmentsQuery, type CommitmentsReport } from './commitments.schema.js';
import { STANDING_NAMES } from './report-words.js';

const number = { kind: 'NUMBER' } as const;

const COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('region', 'Home region', { width: 24 }),
  column('standing', 'Standing', { width: 12 }),
  column('minimum', 'Minimum', number),
  column('minimumWords', 'Why this minimum', { width: 34 }),
  column('led', 'Led', number),
  column('confirmedAhead', 'Accepted, to be led', number),
  column('awaitingAnswer', 'Waiting for an answer', number),
  column('offered', 'Offered', number),
  column('declined', 'Declined or given back', number),
  column('cancelledLate', 'Cancelled late by school', number),
  column('cancelledInTime', 'Cancelled in good time', number),
  column('shortfall', 'Still to place', number),
  column('best', 'Best possible', number),
  column('NOT_OFFERED', 'Not enough offered', number),
  column('TOO_FEW_DATES', 'Not enough availability declared', number),
  column('DECLINED', 'Of these declined', number),
  column('CANCELLED_BY_SCHOOL', 'Of these cancelled by schools', number),
  column('CONFLICTS_OR_CAPS', 'Conflicts or caps', number),
];

/** A heading says of which day it is: the file may be read far from the page. */
const earlierColumns = (day: string): RegisterColumn[] => [
  column('ledThen', `Led on ${dateInWords(day)}`, number),
  column('shortfallThen', `Still to place on ${dateInWords(day)}`, number),
];

/** The report as a table to download: the same rows in the same order, with the date and the filter. */
export function commitmentsFile(
  report: CommitmentsReport,
  { region, standing }: Pick<CommitmentsQuery, 'region' | 'standing'>,
  made: { author: string; madeAt: Date; total: number },
): RegisterView {
  const { before } = report;
  return {
    title: report.title,
    columns: before === null ? COLUMNS : [...COLUMNS, ...earlierColumns(before.asAt)],
    rows: report.rows.map(({ figures, causes, before: then, ...row }) => ({
      ...row,
      ...figures,
      ledThen: then?.figures.led ?? null,
      shortfallThen: then?.figures.shortfall ?? null,
      ...Object.fromEntries(causes.map(({ cause, reviews }) => [cause, reviews])),
      standing: STANDING_NAMES[row.standing].name,
    })),
    noun: 'Lead Reviewers',
    chosenBy: [
      `As at ${dateInWords(report.asAt)}, as on record on ${minuteInWords(new Date(report.knownAt))}`,
      `Home region: ${region ?? 'all'}`,
      `Standing: ${standing === undefined ? 'all' : STANDING_NAMES[standing].name}`,
      ...(before === null ? [] : [`Compared with: ${dateInWords(before.asAt)}`]),
    ],
    notes: [
      ...(before === null ? [] : [before.words]),
      ...report.limits.map(({ words }) => words),
      report.reachWords,
      ...(report.rows.some(({ synthetic }) => synthetic)
        ? ['Some of this is invented, for demonstration']
        : []),
    ],
    ...made,
  };
}
