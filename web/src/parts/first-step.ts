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
