import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useEffect } from 'react';
import { type Import, savedSinceQuery } from '../../api/imports';
import { announce } from '../../parts/announcer';
import { instantInWords } from '../../parts/instants';
import classes from './import-page.module.css';
import { useCompareAgain } from './use-compare-again';
import { ProblemSummary } from '../../parts/problem-summary';

/** Tells that somebody else imported meanwhile: what is shown may no longer be what would happen. */
export function SavedSince({ found }: { found: Import }) {
  const { data } = useQuery(savedSinceQuery(found.id));
  const again = useCompareAgain(found);
  const [newest] = data?.items ?? [];
  const words =
    newest === undefined
      ? undefined
      : `${newest.by} ${newest.isUndone ? 'took back' : 'saved'} ${newest.fileName} on ${instantInWords(newest.at)}, after this was compared.`;
  useEffect(() => {
    if (words !== undefined) announce(`${words} Compare again before you save.`);
  }, [words]);
  if (words === undefined) return null;
  return (
    <div className={classes.since} role="note">
      <IconUsers size={20} aria-hidden />
      <p>
        {words} Compare again to see what this file still changes; nothing of theirs is overwritten
        unseen.
      </p>
      {again.isPossible && (
        <Button onClick={again.compare} loading={again.isPending}>
          Compare again
        </Button>
      )}
      {again.error !== null && <ProblemSummary error={again.error} />}
    </div>
  );
}
