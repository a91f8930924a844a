import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFlag, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type CancelMode, cancelRun, type Run, runQuery } from '../../api/runs';
import { ProblemSummary } from '../../parts/problem-summary';

interface Way {
  readonly title: string;
  readonly consequence: string;
  readonly confirm: string;
}

const ways: Readonly<Record<CancelMode, Way>> = {
  USE_BEST: {
    title: 'Use the best plan so far?',
    consequence:
      'The run ends now with the best plan it has found. The plan keeps every rule, but it may not be the best there is: each aim will say how far from proven it is.',
    confirm: 'Use the best so far',
  },
  DISCARD: {
    title: 'Discard this run?',
    consequence:
      'The run ends now without a plan, and what it has found is lost. Other plans of the term stay as they are.',
    confirm: 'Discard the run',
  },
};

/** The two ways to end a run early, each with a question first. */
export function StopRun({ run }: { run: Run }) {
  const [asked, setAsked] = useState<CancelMode>();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: cancelRun,
    onSuccess: async (next) => {
      const { queryKey } = runQuery(run.id);
      // What was asked before it ended would bring back a run that goes on.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, next);
      setAsked(undefined);
    },
  });
  const close = () => {
    setAsked(undefined);
    stop.reset();
  };
  const way = ways[asked ?? 'DISCARD'];
  return (
    <>
      {run.canUseBest && run.cancelMode === null && (
        <Button
          leftSection={<IconFlag size={16} aria-hidden />}
          onClick={() => setAsked('USE_BEST')}
        >
          Use the best so far
        </Button>
      )}
      <Button leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsked('DISCARD')}>
        Discard
      </Button>
      <Modal
        opened={asked !== undefined}
        onClose={close}
        title={way.title}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {stop.error !== null && <ProblemSummary error={stop.error} />}
        <Text>{way.consequence}</Text>
        <Group mt="lg" justify="flex-end">
          <Button onClick={close} data-autofocus>
            Let it go on
          </Button>
          <Button
            variant="filled"
            loading={stop.isPending}
            onClick={() => asked !== undefined && stop.mutate({ run: run.id, mode: asked })}
          >
            {way.confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
