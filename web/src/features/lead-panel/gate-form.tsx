import { NativeSelect, Radio, TextInput } from '@mantine/core';
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

/** A check or an acknowledgement, and when they have it or, where it was entered wrong, do not. */
export function GateForm({ lead, onDone }: FactFormProps) {
  const [gate, setGate] = useState<Gate>('DBS');
  const [holds, setHolds] = useState(true);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const state = useFact(
    lead,
    () => {
      const check = { kind: 'GATE', gate, from, to: to === '' ? null : to } as const;
      return holds ? { holds: check } : { ends: check };
    },
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
      <Radio.Group
        label="On these days"
        value={holds ? 'holds' : 'ends'}
        onChange={(value) => setHolds(value === 'holds')}
      >
        <Radio mt="xs" value="holds" label="they have it" />
        <Radio mt="xs" value="ends" label="they do not: it ended, or was entered wrong" />
      </Radio.Group>
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
