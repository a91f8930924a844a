import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { compareFile, type Import, importQuery } from '../../api/imports';
import { alert, announce } from '../../parts/announcer';
import { wordsOfError } from '../../api/problem-error';

export interface ComparingAgain {
  /** Whether the file is still kept. */
  readonly isPossible: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly compare: () => void;
}

/** Compares the file of an import once more, as it was chosen, and goes to what comes of it. */
export function useCompareAgain({ fileId, choices }: Import): ComparingAgain {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: (file: string) => compareFile({ file, sheets: choices ?? [] }),
    onSuccess: (found) => {
      queries.setQueryData(importQuery(found.id).queryKey, found);
      announce(`Compared again. ${found.inWords}. Nothing is saved yet.`);
      void navigate({ to: '/imports/$import', params: { import: found.id } });
    },
    onError: (error) => alert(wordsOfError(error)),
  });
  return {
    isPossible: fileId !== null,
    isPending: again.isPending,
    error: again.error,
    compare: () => {
      if (fileId !== null) again.mutate(fileId);
    },
  };
}
