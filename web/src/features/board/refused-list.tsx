import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './panel.module.css';

export interface RefusedRow {
  readonly key: string;
  readonly name: string;
  /** All that speaks against it. */
  readonly why: string;
}

const FIRST = 8;

/** What rules forbid, and which. */
export function RefusedList({ refused }: { refused: readonly RefusedRow[] }) {
  const [isAll, setIsAll] = useState(false);
  return (
    <>
      <ul className={classes.refused}>
        {refused.slice(0, isAll ? undefined : FIRST).map(({ key, name, why }) => (
          <li key={key}>
            <IconBan size={13} aria-hidden />
            <span>
              <b>{name}</b>
              <br />
              {why}
            </span>
          </li>
        ))}
      </ul>
      {refused.length > FIRST && !isAll && (
        <Button size="xs" variant="subtle" onClick={() => setIsAll(true)}>
          Show all {refused.length}
        </Button>
      )}
    </>
  );
}
