import { Link } from '@tanstack/react-router';
import type { PayrollLine } from '../../api/payroll';
import { Figures } from '../../parts/figures';
import { pounds } from '../../parts/pounds';

/** Lines of a batch, each with how its amount came about. */
export function Lines({ lines, caption }: { lines: readonly PayrollLine[]; caption: string }) {
  return (
    <Figures
      caption={caption}
      head={['Lead Reviewer', 'Amount', 'School', 'When', 'How it came about']}
      words={['School', 'When', 'How it came about']}
      rows={lines.map((line) => ({
        key: line.seat,
        cells: [
          <Link key="lead" to="/reports/commitments/leads/$lead" params={{ lead: line.lead }}>
            {line.name}
          </Link>,
          `${line.kind === 'CORRECTION' && line.pence > 0 ? '+' : ''}${pounds(line.pence)}`,
          line.school,
          line.when,
          `${line.kind === 'CORRECTION' ? 'Correction. ' : ''}${line.words}`,
        ],
      }))}
    />
  );
}
