import { Button, Group } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import classes from './entry.module.css';
import type { FactState } from './use-fact';

export interface FactFormFrameProps {
  readonly state: FactState;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form for one fact: what is wrong on top, its fields, and the two buttons. */
export function FactForm({ state, onCancel, children }: FactFormFrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    state.send();
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {state.error !== null && <ProblemSummary error={state.error} ways={state.ways} />}
      {children}
      <p role="status" className={classes.hint}>
        {state.isKnown && 'Nothing was changed: this is on record already.'}
      </p>
      <Group justify="flex-end">
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton error={state.error} isPending={state.isSending}>
          Record it
        </SubmitButton>
      </Group>
    </form>
  );
}
