import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FactForm } from './fact-form';
import type { FactFormProps } from './facts-dialog';
import { useFact } from './use-fact';

const GATES = [
  { value: 'DBS', label: 'Enhanced DBS check' },
  { value: 'CODE_OF_CONDUCT', label: 'Code of conduct acknowledged' },
  { value: 'SAFEGUARDING_POLICY', label: 'Safeguarding policy acknowledged' },
] as const;
type Gate = (typeof GATES)[number]['value'];

/** A check or an acknowledgement, and when it holds. */
export function GateForm({ lead, onDone }: FactFormProps) {
  const [gate, setGate] = useState<Gate>('DBS');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const state = useFact(
    lead,
    () => ({ kind: 'GATE', gate, from, to: to === '' ? null : to }),
    onDone,
  );
  return (
    <FactForm state={state} onCancel={onDone}>
      <NativeSelect
        label="Which"
        data={GATES.map(({ value, label }) => ({ value, label }))}
        value={gate}
        onChange={({ currentTarget: { value } }) =>
          setGate(GATES.find((each) => each.value === value)?.value ?? 'DBS')
        }
        data-autofocus
      />
      <TextInput
        label="First day"
        type="date"
        value={from}
        error={state.faultOf('from')}
        onChange={({ currentTarget: { value } }) => setFrom(value)}
      />
      <TextInput
        label="Last day"
        description="Leave it empty where it has no end."
        type="date"
        value={to}
        error={state.faultOf('to')}
        onChange={({ currentTarget: { value } }) => setTo(value)}
      />
    </FactForm>
  );
}
