import { Anchor } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import classes from './who-could.module.css';

export interface ShowOthersProps {
  /** Which of the two tables. */
  readonly of: 'ranked' | 'refused';
  readonly shown: number;
  readonly all: number;
}

/** Says how many of a table are shown, and shows the others. */
export function ShowOthers({ of, shown, all }: ShowOthersProps) {
  const navigate = useNavigate({ from: '/terms/$term/plans/$plan/reviews/$review' });
  if (shown >= all) return null;
  const showAll = () =>
    void navigate({
      search: (search) => ({ ...search, [of]: 'all' as const }),
      replace: true,
      resetScroll: false,
    });
  return (
    <p className={classes.foot}>
      {shown} of {all} shown.
      <Anchor component="button" type="button" onClick={showAll}>
        Show the other {all - shown}
      </Anchor>
    </p>
  );
}
