import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column, type RegisterColumn } from '../../registers/register-column.js';
import {
  type CommitmentRow,
  type CommitmentsQuery,
  type CommitmentsReport,
} from './commitments.schema.js';
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

/** The report as a table to download: the same rows in the same order, with the date and the filter. */
export function commitmentsFile(
  report: CommitmentsReport,
  { region, standing }: Pick<CommitmentsQuery, 'region' | 'standing'>,
  made: { author: string; madeAt: Date; total: number },
): RegisterView {
  return {
    title: report.title,
    columns: [...COLUMNS, ...comparedColumns(report.before)],
    rows: report.rows.map(({ figures, causes, before, ...row }) => ({
      ...row,
      ...(before === null ? {} : comparedOf(before)),
      ...figures,
      ...Object.fromEntries(causes.map(({ cause, reviews }) => [cause, reviews])),
      standing: STANDING_NAMES[row.standing].name,
    })),
    noun: 'Lead Reviewers',
    chosenBy: [
      `As at ${dateInWords(report.asAt)}, as on record on ${minuteInWords(new Date(report.knownAt))}`,
      `Home region: ${region ?? 'all'}`,
      `Standing: ${standing === undefined ? 'all' : STANDING_NAMES[standing].name}`,
      ...(report.before === null ? [] : [`Compared with: ${dateInWords(report.before.asAt)}`]),
    ],
    notes: [
      ...(report.before === null ? [] : [report.before.words]),
      ...report.limits.map(({ words }) => words),
      report.reachWords,
      ...(report.rows.some(({ synthetic }) => synthetic)
        ? ['Some of this is invented, for demonstration']
        : []),
    ],
    ...made,
  };
}

/** What the day compared with adds to each row. */
function comparedColumns(before: CommitmentsReport['before']): RegisterColumn[] {
  if (before === null) return [];
  const day = dateInWords(before.asAt);
  return [
    column('standingBefore', `Standing on ${day}`, { width: 12 }),
    column('ledBefore', `Led on ${day}`, number),
    column('shortfallBefore', `Still to place on ${day}`, number),
  ];
}

/** Empty for whoever was not in that year. */
function comparedOf({
  figures,
  standing,
}: NonNullable<CommitmentRow['before']>): Record<string, string | number> {
  return {
    standingBefore: STANDING_NAMES[standing].name,
    ledBefore: figures.led,
    shortfallBefore: figures.shortfall,
  };
}
