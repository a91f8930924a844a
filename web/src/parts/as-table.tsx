import { Link } from '@tanstack/react-router';
import { announce } from './announcer';
import classes from './go.module.css';

export interface AsTableProps {
  /** The field of the address that says how it is shown. */
  readonly field: string;
  readonly isTable: boolean;
  /** What is shown, as in "Reviews with a lead". */
  readonly what: string;
}

/** Shows a picture as a table, or the table as a picture again; the address keeps which. */
export function AsTable({ field, isTable, what }: AsTableProps) {
  return (
    <Link
      to="."
      search={(before: Record<string, string | undefined>) => ({
        ...before,
        [field]: isTable ? undefined : 'table',
      })}
      replace
      resetScroll={false}
      className={classes.link}
      data-unprinted
      onClick={() => announce(`${what}, shown as a ${isTable ? 'picture' : 'table'}`)}
    >
      {isTable ? 'Show as a picture' : 'Show as a table'}
      <span className="sr"> ({what})</span>
    </Link>
  );
}
