import { type CivilDate } from '../../calendar/civil-date.js';
import { dateInWords } from '../../calendar/words.js';
import { type SideThreads } from '../../platform/threads/side-threads.js';
import { registerWorkbookAside } from '../../registers/files/register-attachment.js';
import { registerCsv, type RegisterView } from '../../registers/files/register-file.js';
import { column, POUNDS } from '../../registers/register-column.js';
import type { PayrollLine } from './payroll.schema.js';

const COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('kind', 'What', { width: 14 }),
  column('pounds', 'Amount in pounds', POUNDS),
  column('pence', 'Amount in pence', { kind: 'NUMBER' }),
  column('review', 'Review', { width: 18 }),
  column('school', 'School', { width: 34 }),
  column('firstDay', 'First day', { kind: 'DATE' }),
  column('lastDay', 'Last day', { kind: 'DATE' }),
  column('words', 'How it came about', { width: 70 }),
  column('seat', 'Seat', { width: 38 }),
];

/** A line with the days of its review. */
export interface FileLine extends PayrollLine {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

interface Made {
  readonly upTo: string;
  readonly author: string;
  readonly madeAt: Date;
  readonly notes: readonly string[];
}

/** A batch as the files that payroll gets: made once and kept. */
export async function payrollFiles(
  threads: SideThreads,
  number: number,
  lines: readonly FileLine[],
  made: Made,
): Promise<{ csv: Buffer; xlsx: Buffer }> {
  const view = linesAsTable(`Payroll ${number}`, lines, made);
  return {
    csv: Buffer.from(registerCsv(view), 'utf8'),
    xlsx: Buffer.from(await threads.run(registerWorkbookAside, view)),
  };
}

/** What would be handed over, to be looked at; nobody is to be paid by it. */
export function dueAsTable(lines: readonly FileLine[], made: Made): RegisterView {
  return linesAsTable('Due for payroll', lines, {
    ...made,
    notes: [
      'To look at only: no batch was made of it, so nothing in it counts as paid',
      ...made.notes,
    ],
  });
}

function linesAsTable(title: string, lines: readonly FileLine[], made: Made): RegisterView {
  return {
    title,
    columns: COLUMNS,
    rows: lines.map((line) => ({
      ...line,
      kind: line.kind === 'PAY' ? 'Pay' : 'Correction',
      pounds: line.pence / 100,
    })),
    total: lines.length,
    noun: 'lines',
    chosenBy: [
      `Reviews done and not paid before, with their last day not after ${dateInWords(made.upTo)}`,
    ],
    notes: made.notes,
    author: made.author,
    madeAt: made.madeAt,
  };
}
