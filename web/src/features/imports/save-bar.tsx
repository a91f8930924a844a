import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDeviceFloppy, IconDownload } from '@tabler/icons-react';
import { applyImport, type Import, importAddress, importQuery } from '../../api/imports';
import { ProblemError, wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import go from '../../parts/go.module.css';
import { ProblemSummary } from '../../parts/problem-summary';
import { counted } from './import-words';
import classes from './import-page.module.css';
import { useCompareAgain } from './use-compare-again';

/** What saving does, the button that does it, and what is left to mend. */
export function SaveBar({ found }: { found: Import }) {
  const { changes, refused } = found.totals;
  const queries = useQueryClient();
  const again = useCompareAgain(found);
  const saving = useMutation({
    mutationFn: () => applyImport(found.id),
    onSuccess: async (saved) => {
      announce(`Saved. ${saved.inWords}. It can be undone.`);
      // Everything else may have changed with it.
      await queries.invalidateQueries();
      queries.setQueryData(importQuery(saved.id).queryKey, saved);
    },
    onError: (error) => alert(`Nothing was saved. ${wordsOfError(error)}`),
  });
  const isOutdated = saving.error instanceof ProblemError && saving.error.code === 'DATA_CHANGED';
  return (
    <div className={classes.bar}>
      {saving.error !== null && (
        <div className={classes.problem}>
          <ProblemSummary error={saving.error} />
        </div>
      )}
      <p>
        {changes === 0 ? (
          <>
            <b>There is nothing to save.</b> {refused === 0 && 'Everything is so already.'}
          </>
        ) : (
          <>
            <b>Nothing is saved yet.</b> {found.inWords}.
          </>
        )}
        {refused > 0 && ` ${counted(refused, 'row is', 'rows are')} left out, to be mended.`}
      </p>
      {refused > 0 && (
        <a className={go.button} href={importAddress.refused(found.id)} download>
          <IconDownload size={16} aria-hidden />
          Download {counted(refused, 'row')} to mend
        </a>
      )}
      {isOutdated && again.isPossible && (
        <Button onClick={again.compare} loading={again.isPending}>
          Compare again
        </Button>
      )}
      {changes > 0 && !isOutdated && (
        <Button
          variant="filled"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          Save {counted(changes, 'change')}
        </Button>
      )}
    </div>
  );
}
