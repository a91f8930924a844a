import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { commitmentsKey, type LeadCommitmentReport } from '../../api/commitments';
import { announce } from '../../parts/announcer';
import { said } from '../../parts/search-params';
import type { UndoOffer } from '../../parts/undo';
import { EventForm } from './event-form';
import { NewSeatForm } from './new-seat-form';

const route = getRouteApi('/reports/commitments/leads/$lead');

/** The form that the address names: another event of a seat, a correction of one, or another review. */
export function SeatDialog({
  report,
  onDone,
}: {
  report: LeadCommitmentReport;
  onDone: (offer: UndoOffer | undefined) => void;
}) {
  const { seat: id, event: kind } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/commitments/leads/$lead' });
  const queries = useQueryClient();
  const close = () =>
    void navigate({
      search: (before) => said({ ...before, seat: undefined, event: undefined }),
      replace: true,
      resetScroll: false,
    });
  const anew = () => queries.invalidateQueries({ queryKey: commitmentsKey });
  const done = (words: string, undo?: () => Promise<unknown>) => {
    announce(words);
    onDone(undo && { words, undo: () => undo().then(anew) });
    void anew();
    close();
  };
  const seat = report.seats.find((each) => each.seat === id);
  const event = seat?.events.find((each) => each.kind === kind);
  const title =
    id === 'new'
      ? 'Record another review'
      : event === undefined
        ? `Record what happened: ${seat?.school ?? ''}`
        : `Correct: ${seat?.school ?? ''}`;
  return (
    <Modal
      opened={id === 'new' || seat !== undefined}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {id === 'new' && <NewSeatForm report={report} onDone={done} onCancel={close} />}
      {seat !== undefined && (
        <EventForm
          key={`${seat.seat} ${kind ?? ''}`}
          seat={seat}
          event={event}
          usualDay={report.asAt}
          onDone={done}
          onCancel={close}
        />
      )}
    </Modal>
  );
}
