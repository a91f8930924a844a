import { dateInWords } from '../../calendar/words.js';
import { type SideThreads } from '../../platform/threads/side-threads.js';
import { registerWorkbookAside } from '../../registers/files/register-attachment.js';
import { registerCsv, type RegisterView } from '../../registers/files/register-file.js';
import { column } from '../../registers/register-column.js';
import type { PayrollLine } from './payroll.schema.js';

const COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('lead', 'Reference', { width: 12 }),
  column('kind', 'What', { width: 14 }),
  column('pounds', 'Amount in pounds', { kind: 'NUMBER' }),
  column('pence', 'Amount in pence', { kind: 'NUMBER' }),
  column('review', 'Review', { width: 18 }),
  column('school', 'School', { width: 34 }),
  column('when', 'When', { width: 34 }),
  column('words', 'How it came about', { width: 70 }),
  column('seat', 'Seat', { width: 38 }),
];

/** A batch as the files that payroll gets: made once and kept. */
export async function payrollFiles(
  threads: SideThreads,
  number: number,
  lines: readonly PayrollLine[],
  made: { upTo: string; author: string; madeAt: Date; notes: readonly string[] },
): Promise<{ csv: Buffer; xlsx: Buffer }> {
  const view: RegisterView = {
    title: `Payroll ${number}`,
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
  return {
    csv: Buffer.from(registerCsv(view), 'utf8'),
    xlsx: Buffer.from(await threads.run(registerWorkbookAside, view)),
  };
}
