import { getRouteApi, Link } from '@tanstack/react-router';
import type { PayrollLine } from '../../api/payroll';
import { Figures } from '../../parts/figures';
import { pounds } from '../../parts/pounds';
import { said } from '../../parts/search-params';

const route = getRouteApi('/reports/fees/payroll');

export interface LinesProps {
  readonly lines: readonly PayrollLine[];
  /** How many there are in all; the address says when all are wanted. */
  readonly of: number;
  readonly caption: string;
}

/** Lines of a batch, each with how its amount came about. */
export function Lines({ lines, of, caption }: LinesProps) {
  const search = route.useSearch();
  return (
    <>
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
      {lines.length < of && (
        <p>
          The first {lines.length} of {of.toLocaleString('en-GB')}.{' '}
          <Link
            data-unprinted
            to="."
            search={said({ ...search, list: 'all' as const })}
            resetScroll={false}
          >
            Show all
          </Link>
        </p>
      )}
    </>
  );
}
