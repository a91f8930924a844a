import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Correction } from './lead-search';

/** Opens the form for a fact; the address keeps that it is open. */
export function CorrectButton({ what, children }: { what: Correction; children: ReactNode }) {
  return (
    <Button
      size="compact-sm"
      renderRoot={(props: object) => (
        <Link
          to="."
          search={(before: Record<string, unknown>) => ({ ...before, correct: what })}
          replace
          resetScroll={false}
          {...props}
        />
      )}
    >
      {children}
    </Button>
  );
}
