import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answer,
  type AnswerInput,
  type AvailabilityCalendar,
  availabilityKey,
  recordAnswer,
  withdrawAnswer,
} from '../../api/lead-availability';
import type { PlanLead } from '../../api/lead-panel';
import { announce } from '../../parts/announcer';
import { ProblemError } from '../../api/problem-error';
import type { DraftState } from './use-draft';

/** What was recorded last here, so that it can be undone. */
export interface Recorded {
  readonly words: string;
  /** The answer that stood before; null: none. */
  readonly before: Answer | null;
  readonly id: string;
}

export interface Recording {
  readonly record: () => void;
  readonly isRecording: boolean;
  readonly error: Error | null;
  /** Somebody else answered meanwhile: what they changed is in the error. */
  readonly isMeanwhile: boolean;
  /** Goes on from what the other one recorded. */
  readonly putOnTop: () => void;
  readonly leave: () => void;
  readonly recorded: Recorded | null;
  readonly undo: () => void;
  readonly isUndoing: boolean;
}

/** Recording what was written down, undoing it, and what happens when two do so at once. */
export function useRecording(
  term: string,
  lead: PlanLead,
  calendar: AvailabilityCalendar,
  { draft, view, change, clear }: DraftState,
): Recording {
  const queries = useQueryClient();
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: availabilityKey(term, lead.person) }),
      queries.invalidateQueries({ queryKey: ['lead-reviewers', lead.person] }),
      queries.invalidateQueries({ queryKey: ['plans', lead.plan.id, 'leads', lead.person] }),
      queries.invalidateQueries({ queryKey: ['terms', term] }),
    ]);
  };
  const saving = useMutation({
    mutationFn: () => {
      if (view === undefined) throw new Error('There is nothing to record.');
      const follows = draft.follows === undefined ? view.follows : draft.follows;
      return recordAnswer(term, lead.person, { ...view.answer, follows });
    },
    onSuccess: async ({ id }) => {
      const count = view?.changes.length ?? 0;
      const words = `Recorded. ${count === 1 ? '1 window changes' : `${String(count)} windows change`}.`;
      setRecorded({ words, before: calendar.answer, id });
      clear();
      announce(`${words} You can undo it.`);
      await refresh();
    },
    onError: (error) => {
      if (error instanceof ProblemError) announce(error.problem.detail);
    },
  });
  const undoing = useMutation({
    mutationFn: async ({ before, id }: Recorded) => {
      if (before === null) await withdrawAnswer(term, lead.person, id);
      else await recordAnswer(term, lead.person, { ...inputOf(before), follows: id });
    },
    onSuccess: async () => {
      setRecorded(null);
      announce('Undone: the answer is as it was.');
      await refresh();
    },
  });
  return {
    record: () => saving.mutate(),
    isRecording: saving.isPending,
    error: saving.error ?? undoing.error,
    isMeanwhile: saving.error instanceof ProblemError && saving.error.code === 'ANSWERED_MEANWHILE',
    putOnTop: () => {
      const standing = standingOf(saving.error);
      saving.reset();
      change((before) => ({ ...before, follows: standing }));
      void refresh();
    },
    leave: () => {
      saving.reset();
      undoing.reset();
      clear();
      announce('Left as it stands.');
      void refresh();
    },
    recorded,
    undo: () => {
      if (recorded !== null) undoing.mutate(recorded);
    },
    isUndoing: undoing.isPending,
  };
}

/** The answer that stands by now, as the refusal names it; null: none. */
function standingOf(error: Error | null): string | null {
  const details = error instanceof ProblemError ? error.problem.details : undefined;
  const standing = details?.standing;
  return typeof standing === 'string' ? standing : null;
}

/** An earlier answer as it is recorded again. */
export function inputOf(answer: Answer): AnswerInput {
  const { default: byDefault, ceiling, note, said, answeredOn, statements } = answer;
  const plain = statements.map(({ kind, grade, on, from, to, rule, week, window }) => {
    switch (kind) {
      case 'DATE':
        return { kind, grade, on };
      case 'RANGE':
        return { kind, grade, from, to: to ?? null };
      case 'RULE':
        return { kind, grade, rule };
      case 'WINDOW':
        return { kind, grade, week, window };
    }
  });
  return {
    default: byDefault,
    ceiling,
    note,
    said,
    answeredOn,
    statements: plain as NonNullable<AnswerInput['statements']>,
  };
}
