import { useQuery } from '@tanstack/react-query';
import { type TermAction, termHomeQuery } from '../api/term-home';

/** What must be done first where a term has nothing to allocate, as its home says: schools, reviews, windows. */
export function useFirstStep(term: string): TermAction | undefined {
  const { data } = useQuery(termHomeQuery(term));
  const first = data?.funnel.find(({ action }) => action !== null);
  return first?.step === 'DUE' || first?.step === 'WINDOWS'
    ? (first.action ?? undefined)
    : undefined;
}

/** Whether a run of a term without a plan would have nothing to place, as the term's home says. */
export function useNothingToRun(term: string): boolean {
  const { data } = useQuery(termHomeQuery(term));
  const allocated = data?.funnel.find(({ step }) => step === 'ALLOCATED');
  return allocated?.state === 'NOT_BEGUN' && allocated.action === null;
}
