import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FactRetraction, type NewFact, recordFact, retractFact } from '../../api/lead-facts';
import type { PlanLead } from '../../api/lead-panel';
import { announce } from '../../parts/announcer';
import { ProblemError } from '../../api/problem-error';
import type { TwoWays } from '../../parts/somebody-first';

export interface FactState {
  readonly send: () => void;
  readonly isSending: boolean;
  readonly error: Error | null;
  /** Whether the server had nothing to change: it was on record already. */
  readonly isKnown: boolean;
  readonly ways: TwoWays;
  /** What the server says of a field, if it is at fault. */
  readonly faultOf: (field: string) => string | undefined;
}

/** Reads anew whatever shows the person. */
export function useReload(lead: PlanLead): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['plans', lead.plan.id, 'leads', lead.person] }),
      queries.invalidateQueries({ queryKey: ['lead-reviewers', lead.person] }),
      queries.invalidateQueries({ queryKey: ['availability'] }),
      queries.invalidateQueries({ queryKey: ['registers'] }),
      queries.invalidateQueries({ queryKey: ['terms'] }),
    ]);
}

/** A fact that holds, or one that does not. */
export type Recorded = { readonly holds: NewFact } | { readonly ends: FactRetraction };

/** Records a fact, from the revision of the person when the form was opened, and shows the page anew. */
export function useFact(lead: PlanLead, fact: () => Recorded, onDone: () => void): FactState {
  const reload = useReload(lead);
  const [begun] = useState(lead.revision ?? 0);
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (revision: number) => {
      const recorded = fact();
      return 'holds' in recorded
        ? recordFact(lead.person, revision, recorded.holds)
        : retractFact(lead.person, revision, recorded.ends);
    },
    onSuccess: async ({ changed }) => {
      if (!changed) return;
      announce('Recorded. What it corrects is kept in the history.');
      await reload();
      onDone();
    },
  });
  const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return {
    send: () => mutate(begun),
    isSending: isPending,
    error,
    isKnown: data?.changed === false,
    ways: {
      mine: mutate,
      theirs: () => void reload().then(onDone),
      isPending,
    },
    faultOf: (name) => faults.find(({ pointer }) => pointer.endsWith(`/${name}`))?.message,
  };
}
