import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column } from '../../registers/register-column.js';
import type { FairnessQuery, FairnessReport } from './fairness.schema.js';

const number = { kind: 'NUMBER' } as const;
const TENTHS = { kind: 'NUMBER', decimals: 1 } as const;

const COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('region', 'Home region', { width: 24 }),
  column('commitment', 'Commitment', TENTHS),
  column('load', 'Reviews carried', number),
  column('share', 'Fair share', TENTHS),
  column('difference', 'Above or below', TENTHS),
  column('seats', 'Seats of any role', number),
  column('miles', 'Miles, one way', number),
  column('nights', 'Nights away', number),
  column('awkward', 'Awkward weeks', number),
  column('awkwardShare', 'Awkward, if even', TENTHS),
];

/** The people of the report as a table to download, in the same order, with the date and the filter. */
export function fairnessFile(
  report: FairnessReport,
  { region }: Pick<FairnessQuery, 'region'>,
  made: Pick<RegisterView, 'author' | 'madeAt' | 'total'>,
): RegisterView {
  const known = minuteInWords(new Date(report.knownAt));
  return {
    title: report.title,
    columns: COLUMNS,
    rows: report.people,
    noun: 'people',
    chosenBy: [
      `As at ${dateInWords(report.asAt)}, as on record on ${known}`,
      `Home region: ${region ?? 'all'}`,
    ],
    notes: [
      report.headline,
      report.travelWords,
      report.awkwardWords,
      ...(report.synthetic ? ['Some of this is invented, for demonstration'] : []),
    ],
    ...made,
  };
}
