import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { todayQuery } from '../../api/terms';
import { FactForm } from './fact-form';
import type { FactFormProps } from './facts-dialog';
import { useFact } from './use-fact';

/** How far they travel and how many reviews they want in a term, from a day on. */
export function LimitsForm({ lead, onDone }: FactFormProps) {
  const { own } = lead.limits;
  const { data: today } = useQuery(todayQuery);
  const [miles, setMiles] = useState(own.maxMiles?.toString() ?? '');
  const [most, setMost] = useState(own.termLimit?.toString() ?? '');
  const [from, setFrom] = useState('');
  const state = useFact(
    lead,
    () => ({
      holds: {
        kind: 'OWN_LIMIT',
        from: from === '' ? (today?.date ?? '') : from,
        to: null,
        termLimit: numberOf(most),
        restReviews: own.restReviews,
        restWeeks: own.restWeeks,
        maxKm: null,
        maxMiles: numberOf(miles),
      },
    }),
    onDone,
  );
  return (
    <FactForm state={state} onCancel={onDone}>
      <TextInput
        label="Travels at most, in miles by road"
        description="Leave it empty for any distance."
        inputMode="numeric"
        value={miles}
        error={state.faultOf('maxMiles')}
        onChange={({ currentTarget: { value } }) => setMiles(value)}
        data-autofocus
      />
      <TextInput
        label="Most reviews in a term"
        description="Leave it empty for no limit of their own."
        inputMode="numeric"
        value={most}
        error={state.faultOf('termLimit')}
        onChange={({ currentTarget: { value } }) => setMost(value)}
      />
      <TextInput
        label="From"
        description="Leave it empty for today."
        type="date"
        value={from}
        error={state.faultOf('from')}
        onChange={({ currentTarget: { value } }) => setFrom(value)}
      />
    </FactForm>
  );
}

/** What is no number is sent as it is, so that the server says what is wrong with it. */
export function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}
