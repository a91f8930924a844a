import { Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Move } from './lead-draft';

export interface MoveFieldsProps {
  /** The postcode district until now. */
  readonly old: string;
  readonly move: Move;
  readonly onChange: (move: Move) => void;
  readonly words: ReactNode;
}

/** Why a home is elsewhere now: journeys that were made from the old one must stay as they were. */
export function MoveFields({ old, move, onChange, words }: MoveFieldsProps) {
  const hasMoved = move.kind === 'MOVED';
  return (
    <>
      <Radio.Group
        id="lead-movedOn"
        tabIndex={-1}
        label={`Why is it not ${old} any more?`}
        value={move.kind ?? ''}
        error={hasMoved ? undefined : words}
        onChange={(kind) => onChange({ ...move, kind: kind === 'MOVED' ? 'MOVED' : 'WAS_WRONG' })}
      >
        <Radio
          my="xs"
          value="MOVED"
          label="They moved"
          description={`Journeys to reviews before that day stay measured from ${old}, and so does what was paid for them`}
        />
        <Radio
          my="xs"
          value="WAS_WRONG"
          label="The entry was wrong"
          description="All journeys are measured again; what was paid for them is corrected by the next payroll"
        />
      </Radio.Group>
      {hasMoved && (
        <TextInput
          type="date"
          label="First day in the new home"
          value={move.on}
          error={words}
          onChange={({ currentTarget }) => onChange({ ...move, on: currentTarget.value })}
        />
      )}
    </>
  );
}
