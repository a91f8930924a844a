import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AvailabilityRow } from '../../api/registers';
import {
  saveWaivers,
  tryWaivers,
  type WaiverChange,
  type WaiverChangesResult,
} from '../../api/review-changes';
import { BulkDialog, type BulkResult, type OnTop, refusedLine } from '../../parts/bulk/bulk-dialog';
import bulk from '../../parts/bulk/bulk.module.css';
import { problemOf, wordsBeside } from '../../parts/problem-fields';
import type { UndoOffer } from '../../parts/undo';

export interface WaiveDialogProps {
  readonly term: string;
  readonly leads: readonly AvailabilityRow[];
  /** Whether they are no longer counted. */
  readonly isTakenBack: boolean;
  readonly reload: () => Promise<void>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

type Grade = NonNullable<WaiverChange['waiver']>['grade'];

const gradeWords: Readonly<Record<Grade, string>> = {
  IF_NEEDED: 'Only if needed',
  AVAILABLE: 'Available',
  PREFERRED: 'Preferred',
};
const fields = {
  '#/waiver/grade': { id: 'waiver-grade', label: 'Count them as' },
  '#/waiver/reason': { id: 'waiver-reason', label: 'Reason' },
};

/** Counts people who have not answered as available, with a reason, or no longer. */
export function WaiveDialog(props: WaiveDialogProps) {
  const { term, leads, isTakenBack, reload, onDone, onClose } = props;
  const [grade, setGrade] = useState<Grade>('IF_NEEDED');
  const [reason, setReason] = useState('');
  const items = (onTop: OnTop, keys?: readonly string[]): WaiverChange[] =>
    leads
      .filter(({ lead }) => keys?.includes(lead) ?? true)
      .map(({ lead, waiverVersion }) => ({
        lead,
        version: onTop.get(lead) ?? waiverVersion,
        waiver: isTakenBack ? null : { grade, reason: reason.trim() },
      }));
  const told = ({ items: lines, undo }: WaiverChangesResult): BulkResult => ({
    lines: lines.map(({ lead, name, before, after, refusal }) => ({
      key: lead,
      name: name ?? lead,
      before,
      after,
      ...refusedLine(refusal),
    })),
    undo: () => saveWaivers(term, undo).then(reload),
  });
  return (
    <BulkDialog
      title={isTakenBack ? 'No longer count as available' : 'Count as available without an answer'}
      count={(number) => (number === 1 ? '1 person' : `${String(number)} people`)}
      fields={fields}
      missing={() =>
        isTakenBack || reason.trim() !== ''
          ? undefined
          : problemOf([{ pointer: '#/waiver/reason', field: 'reason', message: 'Say why.' }])
      }
      form={(error) =>
        isTakenBack ? (
          <p>
            Whoever has not answered is not available then, and nobody gives them a review until
            they answer.
          </p>
        ) : (
          <div className={bulk.form}>
            <p>
              Whoever has not answered is not available, unless you say so here. It holds for every
              window of the term until they answer.
            </p>
            <NativeSelect
              id="waiver-grade"
              label="Count them as"
              value={grade}
              onChange={({ currentTarget }) => setGrade(currentTarget.value as Grade)}
              data={Object.entries(gradeWords).map(([value, label]) => ({ value, label }))}
              error={wordsBeside(error, '#/waiver/grade')}
            />
            <Textarea
              id="waiver-reason"
              label="Reason"
              description="Such as: said so on the telephone on 9 December"
              autosize
              minRows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              error={wordsBeside(error, '#/waiver/reason')}
              data-autofocus
            />
          </div>
        )
      }
      preview={(onTop) => tryWaivers(term, items(onTop)).then(told)}
      save={async (keys, onTop) => {
        const saved = await saveWaivers(term, items(onTop, keys));
        await reload();
        return told(saved);
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
