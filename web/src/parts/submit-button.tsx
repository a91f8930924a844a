import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { changedSinceIn } from './meanwhile';

export interface SubmitButtonProps {
  /** What was refused, if anything. */
  readonly error: unknown;
  readonly isPending: boolean;
  readonly children: ReactNode;
}

/**
 * Sends a form. Where somebody else saved first, the way on is among the words that say so: sending the form once more would
 * be refused again, so that this one steps back.
 */
export function SubmitButton({ error, isPending, children }: SubmitButtonProps) {
  const variant = changedSinceIn(error) === null ? 'filled' : 'default';
  return (
    <Button type="submit" variant={variant} loading={isPending}>
      {children}
    </Button>
  );
}
