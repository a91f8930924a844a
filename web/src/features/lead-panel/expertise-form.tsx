import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { editReviewer } from '../../api/lead-facts';
import { FactForm } from './fact-form';
import type { FactFormProps } from './facts-dialog';
import { useFact } from './use-fact';

/** The needs they know, by the codes of the Department for Education. */
export function ExpertiseForm({ lead, onDone }: FactFormProps) {
  const [codes, setCodes] = useState(lead.needs.map(({ code }) => code).join(', '));
  const state = useFact(
    lead,
    () => editReviewer(lead.person, lead.version ?? 0, { needs: codesOf(codes) }),
    onDone,
  );
  return (
    <FactForm state={state} onCancel={onDone}>
      <TextInput
        label="Specialisms"
        description="Codes with commas between them: ASD autism, SEMH social, emotional and mental health, SLD severe, MLD moderate, PMLD profound learning difficulty, SLCN speech and language, HI hearing, VI vision, MSI both, PD physical, SPLD specific difficulty."
        value={codes}
        error={state.faultOf('needs')}
        onChange={({ currentTarget: { value } }) => setCodes(value)}
        data-autofocus
      />
    </FactForm>
  );
}

function codesOf(typed: string): string[] {
  return typed
    .toUpperCase()
    .split(/[\s,;]+/u)
    .filter((code) => code !== '');
}
