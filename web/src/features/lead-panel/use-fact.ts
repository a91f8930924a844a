import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlanLead } from '../../api/lead-panel';
import { announce } from '../../parts/announcer';
import { ProblemError } from '../../api/problem-error';

export interface FactState {
  readonly send: () => void;
  readonly isSending: boolean;
  readonly error: Error | null;
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

/** Records a fact and shows the page anew. */
export function useFact(
  lead: PlanLead,
  write: () => Promise<unknown>,
  onDone: () => void,
): FactState {
  const reload = useReload(lead);
  const { mutate, isPending, error } = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      announce('Recorded. What it corrects is kept in the history.');
      await reload();
      onDone();
    },
  });
  const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return {
    send: () => mutate(),
    isSending: isPending,
    error,
    faultOf: (name) => faults.find(({ pointer }) => pointer.endsWith(`/${name}`))?.message,
  };
}
