import { Link } from '@tanstack/react-router';
import type { CostMismatch } from '../../api/fees';
import { Tag } from '../../parts/tag';
import classes from './fees.module.css';

/** What keeps costs and payroll from agreeing with what happened, each with where it is mended. */
export function Mismatches({ items }: { items: readonly CostMismatch[] }) {
  if (items.length === 0) {
    return (
      <p>
        <Tag tone="ok">Nothing</Tag> Whatever was led has an amount, and nothing that was paid has
        changed since.
      </p>
    );
  }
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return (
    <div className={classes.mismatches}>
      {kinds.map((kind) => {
        const own = items.filter((item) => item.kind === kind);
        return (
          <details key={kind} open={own.length <= 10}>
            <summary>
              <Tag tone="warn">{own[0]?.name}</Tag> {own.length}
            </summary>
            <ul>
              {own.map((item) => (
                <li key={item.key}>
                  <b>{item.school}</b>, {item.when}, {item.person}. {item.words}. <Mend {...item} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function Mend({ kind, lead, urn, person, school }: CostMismatch) {
  const about = <span className="sr">, {kind === 'PLACE_UNKNOWN' ? school : person}</span>;
  switch (kind) {
    case 'LED_WITHOUT_FEE':
      return (
        <Link to="/settings" search={{ part: 'rules' }} hash="fees">
          Enter the fees{about}
        </Link>
      );
    case 'PLACE_UNKNOWN':
      return (
        <Link to="/schools/$urn" params={{ urn }}>
          See the school{about}
        </Link>
      );
    case 'AMOUNT_CHANGED':
      return <Link to="/reports/fees/payroll">Correct it in the next payroll{about}</Link>;
    default:
      return (
        <Link to="/reports/commitments/leads/$lead" params={{ lead }}>
          Record what happened{about}
        </Link>
      );
  }
}
