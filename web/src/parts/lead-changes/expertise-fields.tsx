import { Checkbox, Radio } from '@mantine/core';
import bulk from '../bulk/bulk.module.css';
import { wordsBeside } from '../problem-fields';
import type { LeadChangeFormProps } from './lead-change-form';

/** Phases and needs by name: all of one person's, or what many are given or lose. */
export function ExpertiseFields(props: LeadChangeFormProps) {
  const { draft, onChange, choices, known, error } = props;
  const chosen = draft.expertise ?? known ?? { phases: [], needs: [] };
  const several = (
    field: 'phases' | 'needs',
    label: string,
    options: readonly { code: string; words: string }[],
  ) => (
    <Checkbox.Group
      id={`lead-change-${field}`}
      tabIndex={-1}
      label={label}
      error={field === 'phases' ? wordsBeside(error, '#/expertise') : undefined}
      value={[...chosen[field]]}
      onChange={(codes) => onChange({ ...draft, expertise: { ...chosen, [field]: codes } })}
    >
      <div className={bulk.choices}>
        {options.map(({ code, words }) => (
          <Checkbox key={code} value={code} label={words} />
        ))}
      </div>
    </Checkbox.Group>
  );
  return (
    <>
      {known === undefined && (
        <Radio.Group
          label="What is chosen below is"
          value={draft.isTakenAway ? 'AWAY' : 'ADD'}
          onChange={(value) => onChange({ ...draft, isTakenAway: value === 'AWAY' })}
        >
          <Radio my="xs" value="ADD" label="Added to what each of them has" />
          <Radio my="xs" value="AWAY" label="Taken away from each of them" />
        </Radio.Group>
      )}
      {several('phases', 'Phases', choices.phases)}
      {several('needs', 'Specialisms', choices.needs)}
    </>
  );
}
