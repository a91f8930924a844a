import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowBackUp, IconCheck, IconDownload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type Import, importAddress, importQuery, undoImport } from '../../api/imports';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import go from '../../parts/go.module.css';
import { ProblemSummary } from '../../parts/problem-summary';
import { counted, whoAndWhen } from './import-words';
import classes from './import-page.module.css';

/** What has become of an import that was saved, and how to take it back. */
export function ImportOutcome({ found }: { found: Import }) {
  const [isAsking, { open, close }] = useDisclosure(false);
  const outcome = useFocusWhereLost();
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: () => undoImport(found.id),
    onSuccess: async (undone) => {
      close();
      announce('Undone. Everything is as it was before this import.');
      await queries.invalidateQueries();
      queries.setQueryData(importQuery(undone.id).queryKey, undone);
    },
    onError: (error) => {
      close();
      alert(`It was not undone. ${wordsOfError(error)}`);
    },
  });
  const { changes, refused } = found.totals;
  const isSaved = found.state === 'APPLIED';
  return (
    <>
      {undoing.error !== null && <ProblemSummary error={undoing.error} />}
      <div ref={outcome} tabIndex={-1} className={classes.outcome} data-state={found.state}>
        {isSaved ? <IconCheck size={22} aria-hidden /> : <IconArrowBackUp size={22} aria-hidden />}
        <div className={classes.outcomeWords}>
          <p>
            <b>
              {isSaved
                ? `${counted(changes, 'change is', 'changes are')} saved`
                : 'This import was undone'}
            </b>
          </p>
          <p>
            {whoAndWhen(found)}.{' '}
            {isSaved
              ? `${found.inWords}.`
              : 'What it had changed is as it was before. To bring it in after all, send the file again.'}
            {isSaved && refused > 0 && ` ${counted(refused, 'row was', 'rows were')} left out.`}
          </p>
        </div>
        {refused > 0 && (
          <a className={go.button} href={importAddress.refused(found.id)} download>
            <IconDownload size={16} aria-hidden />
            Download {counted(refused, 'row')} to mend
          </a>
        )}
        {isSaved && (
          <Button
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => {
              undoing.reset();
              open();
            }}
          >
            Undo this import
          </Button>
        )}
      </div>
      <Modal
        opened={isAsking}
        onClose={close}
        title="Undo this import?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={classes.ask}>
          <p>
            {counted(changes, 'change')} of <b>{found.fileName}</b> will be taken back:{' '}
            {found.inWords}. If somebody changed one of these records since, nothing is undone and
            we name it.
          </p>
          <Group justify="flex-end">
            <Button onClick={close} data-autofocus>
              Keep it
            </Button>
            <Button variant="filled" loading={undoing.isPending} onClick={() => undoing.mutate()}>
              Undo {counted(changes, 'change')}
            </Button>
          </Group>
        </div>
      </Modal>
    </>
  );
}

/** The button that saved is gone with the bar it was in: reading goes on at what came of it. */
function useFocusWhereLost() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return box;
}
