import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type RegisterChoices, registerChoicesQuery, type SchoolRow } from '../../api/registers';
import {
  saveSchoolChanges,
  type SchoolChange,
  type SchoolChangesResult,
  trySchoolChanges,
} from '../../api/school-changes';
import { BulkDialog, type BulkResult, type OnTop, refusedLine } from '../../parts/bulk/bulk-dialog';
import bulk from '../../parts/bulk/bulk.module.css';
import { wordsBeside } from '../../parts/problem-fields';
import type { UndoOffer } from '../../parts/undo';
import {
  changeOf,
  isMembership,
  missingOf,
  optionsOf,
  type SchoolChangeDraft,
  schoolChangeFields,
  type SchoolChangeKind,
  schoolChangeKinds,
} from './school-change-draft';

export interface ChangeSchoolsProps {
  readonly schools: readonly SchoolRow[];
  readonly reload: () => Promise<void>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** One change to one school or to many: tried first, then saved, with undo. */
export function ChangeSchools(props: ChangeSchoolsProps) {
  const { data: choices } = useQuery(registerChoicesQuery);
  return choices === undefined ? null : <Changing {...props} choices={choices} />;
}

interface ChangingProps extends ChangeSchoolsProps {
  readonly choices: RegisterChoices;
}

function Changing({ schools, choices, reload, onDone, onClose }: ChangingProps) {
  const [draft, setDraft] = useState<SchoolChangeDraft>({
    kind: 'MEMBER',
    from: '',
    to: '',
    value: '',
  });
  const items = (onTop: OnTop, keys?: readonly string[]): SchoolChange[] =>
    schools
      .filter(({ urn }) => keys?.includes(urn) ?? true)
      .map(({ urn, revision }) => ({
        urn,
        revision: onTop.get(urn) ?? revision,
        changes: [changeOf(draft, choices)],
      }));
  const told = (result: SchoolChangesResult): BulkResult => ({
    lines: result.items.map(({ urn, name, before, after, refusal }) => ({
      key: urn,
      name: name ?? urn,
      before,
      after,
      ...refusedLine(refusal),
    })),
    undo: () => saveSchoolChanges(result.undo).then(reload),
  });
  const [first] = schools;
  return (
    <BulkDialog
      title={
        schools.length === 1 && first !== undefined
          ? `Change ${first.name}`
          : `Change ${String(schools.length)} schools`
      }
      count={(number) => (number === 1 ? '1 school' : `${String(number)} schools`)}
      fields={schoolChangeFields}
      missing={() => missingOf(draft)}
      form={(error) => (
        <ChangeForm draft={draft} onChange={setDraft} choices={choices} error={error} />
      )}
      preview={(onTop) => trySchoolChanges(items(onTop)).then(told)}
      save={async (keys, onTop) => {
        const saved = await saveSchoolChanges(items(onTop, keys));
        await reload();
        return told(saved);
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

interface ChangeFormProps {
  readonly draft: SchoolChangeDraft;
  readonly onChange: (draft: SchoolChangeDraft) => void;
  readonly choices: RegisterChoices;
  readonly error: unknown;
}

function ChangeForm({ draft, onChange, choices, error }: ChangeFormProps) {
  const day = (field: 'from' | 'to') => ({
    id: `school-change-${field}`,
    type: 'date',
    value: draft[field],
    onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...draft, [field]: value }),
    error: wordsBeside(error, `#/${field}`),
  });
  return (
    <div className={bulk.form}>
      <NativeSelect
        label="What to change"
        value={draft.kind}
        onChange={({ currentTarget }) => {
          const kind = currentTarget.value as SchoolChangeKind;
          onChange({ ...draft, kind, value: optionsOf(kind, choices)[0]?.value ?? '' });
        }}
        data={Object.entries(schoolChangeKinds).map(([value, label]) => ({ value, label }))}
        data-autofocus
      />
      {isMembership(draft.kind) ? (
        <div className={bulk.pair}>
          <TextInput
            {...day('from')}
            label={draft.kind === 'MEMBER' ? 'First day' : 'First day on which it is no member'}
          />
          <TextInput
            {...day('to')}
            label="Last day"
            description="Leave it empty for until further notice"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </div>
      ) : (
        <NativeSelect
          id="school-change-value"
          label={`${schoolChangeKinds[draft.kind]} of each of them`}
          value={draft.value}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, value })}
          data={[...optionsOf(draft.kind, choices)]}
        />
      )}
    </div>
  );
}
