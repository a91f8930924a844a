import { useNavigate } from '@tanstack/react-router';
import { announce } from './announcer';
import { keepHistory, keptHistory, type Step, withStep } from './edit-history';

/** Puts edits on the board of a plan as one step that can be undone, and goes there. Nothing is saved. */
export function useTryOnBoard(term: string, plan: string): (step: Step, told: string) => void {
  const navigate = useNavigate();
  return (step, told) => {
    keepHistory(plan, withStep(keptHistory(plan), step));
    announce(told);
    void navigate({ to: '/terms/$term/plans/$plan', params: { term, plan } });
  };
}
