import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { todayQuery } from '../../api/terms';
import { FactForm } from './fact-form';
import type { FactFormProps } from './facts-dialog';
import { useFact } from './use-fact';

const GRADES = [
  { value: 'PREFERRED', label: 'Prefers to go there' },
  { value: 'WILLING', label: 'Willing to go there' },
  { value: 'RELUCTANT', label: 'Reluctant to go there' },
  { value: 'NO', label: 'Does not go there' },
] as const;
type Grade = (typeof GRADES)[number]['value'];

/** How far they want to go to a region, from today on. */
export function RegionForm({ lead, onDone }: FactFormProps) {
  const { data: today } = useQuery(todayQuery);
  const [region, setRegion] = useState(lead.regions[0]?.region ?? '');
  const [grade, setGrade] = useState<Grade>('WILLING');
  const [reason, setReason] = useState('');
  const state = useFact(
    lead,
    () => ({
      holds: {
        kind: 'REGION',
        region,
        grade,
        from: today?.date ?? '',
        to: null,
        reason: reason.trim() === '' ? null : reason.trim(),
      },
    }),
    onDone,
  );
  return (
    <FactForm state={state} onCancel={onDone}>
      <NativeSelect
        label="Region"
        data={lead.regions.map((each) => each.region)}
        value={region}
        error={state.faultOf('region')}
        onChange={({ currentTarget: { value } }) => setRegion(value)}
        data-autofocus
      />
      <NativeSelect
        label="From today on they"
        data={GRADES.map(({ value, label }) => ({ value, label: label.toLowerCase() }))}
        value={grade}
        onChange={({ currentTarget: { value } }) =>
          setGrade(GRADES.find((each) => each.value === value)?.value ?? 'WILLING')
        }
      />
      <TextInput
        label="Why"
        description="Needed where they do not go there."
        maxLength={2000}
        value={reason}
        error={state.faultOf('reason')}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </FactForm>
  );
}
