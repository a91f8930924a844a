import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  batchFile,
  markSent,
  type PayrollBatch,
  payrollBatchQuery,
  takeBack,
} from '../../api/payroll';
import { announce } from '../../parts/announcer';
import { FileButtons } from '../../parts/file-buttons';
import { pounds } from '../../parts/pounds';
import { ProblemSummary } from '../../parts/problem-summary';
import { said } from '../../parts/search-params';
import { Failed, Loading } from '../../parts/states';
import { Tag } from '../../parts/tag';
import { Lines } from './lines';
import classes from './payroll.module.css';

const route = getRouteApi('/reports/fees/payroll');

const STATES = {
  MADE: ['draft', 'Not sent'],
  SENT: ['ok', 'Sent'],
  TAKEN_BACK: ['declined', 'Taken back'],
} as const;

/** What is asked before it is done. */
interface Asked {
  readonly batch: PayrollBatch;
  readonly to: 'SEND' | 'TAKE_BACK';
}

/** Every batch there was, with its files, and what can still be done with it. */
export function Batches({ batches }: { batches: readonly PayrollBatch[] }) {
  const [asked, setAsked] = useState<Asked>();
  if (batches.length === 0)
    return <p>No batch has been made yet. What is due above can be made into one.</p>;
  return (
    <>
      <ol className={classes.batches}>
        {batches.map((batch) => (
          <li key={batch.id}>
            <Batch batch={batch} onAsk={(to) => setAsked({ batch, to })} />
          </li>
        ))}
      </ol>
      {asked !== undefined && <Question {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface BatchProps {
  readonly batch: PayrollBatch;
  readonly onAsk: (to: Asked['to']) => void;
}

function Batch({ batch, onAsk }: BatchProps) {
  const search = route.useSearch();
  const isOpen = search.batch === batch.id;
  const [tone, words] = STATES[batch.state];
  const about = <span className="sr"> payroll {batch.number}</span>;
  return (
    <>
      <div className={classes.batch}>
        <div>
          <h3>
            {batch.words} <Tag tone={tone}>{words}</Tag>
          </h3>
          <p>
            <b>{pounds(batch.pence)}</b>,{' '}
            {batch.lines === 1 ? '1 line' : `${String(batch.lines)} lines`}.{' '}
            <span className={classes.quiet}>{batch.stateWords}</span>
          </p>
          <Link
            to="."
            search={said({ ...search, batch: isOpen ? undefined : batch.id })}
            replace
            resetScroll={false}
            aria-expanded={isOpen}
          >
            {isOpen ? 'Hide the lines' : 'Show the lines'}
            {about}
          </Link>
        </div>
        <div className={classes.buttons} data-unprinted>
          <FileButtons file={(form) => batchFile(batch.id, form)} />
          {batch.state === 'MADE' && (
            <Button onClick={() => onAsk('SEND')}>Mark as sent{about}</Button>
          )}
          {batch.canBeTakenBack && (
            <Button onClick={() => onAsk('TAKE_BACK')}>Take back{about}</Button>
          )}
        </div>
      </div>
      {isOpen && (
        <div className={classes.lines}>
          <LinesOf batch={batch} />
        </div>
      )}
    </>
  );
}

function LinesOf({ batch }: { batch: PayrollBatch }) {
  const { data, error, refetch } = useQuery(payrollBatchQuery(batch.id));
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the lines" />;
  return (
    <Lines
      lines={data.items}
      of={data.items.length}
      caption={`Lines of payroll ${String(batch.number)}`}
    />
  );
}

function Question({ batch, to, onClose }: Asked & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => (to === 'SEND' ? markSent(batch.id) : takeBack(batch.id, reason)),
    onSuccess: async () => {
      announce(
        `Payroll ${String(batch.number)}: ${to === 'SEND' ? 'marked as sent' : 'taken back'}.`,
      );
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        to === 'SEND'
          ? `Mark payroll ${String(batch.number)} as sent?`
          : `Take payroll ${String(batch.number)} back?`
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        className={classes.next}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {change.error !== null && <ProblemSummary error={change.error} />}
        <p>
          {to === 'SEND'
            ? 'From then on it stays. What is wrong in it is corrected by a later batch.'
            : 'All its lines are due again. The batch and its files are kept, marked as taken back.'}
        </p>
        {to === 'TAKE_BACK' && (
          <TextInput
            label="Why"
            required
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {to === 'SEND' ? 'Mark as sent' : 'Take it back'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
