import { Checkbox, NativeSelect, Radio, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { destinationsQuery } from '../../api/destinations';
import { wordsBeside } from '../problem-fields';
import type { LeadChangeFormProps } from './lead-change-form';

export interface EmployerFieldsProps extends LeadChangeFormProps {
  /** The days of the employment. */
  readonly children: ReactNode;
}

/** Who employs them: a school or trust of the register, or somebody else; and whether they lead there. */
export function EmployerFields(props: EmployerFieldsProps) {
  const { draft, onChange, choices, error, children } = props;
  return (
    <>
      <Radio.Group
        label="Employed by"
        value={draft.employedBy}
        onChange={(value) => onChange({ ...draft, employedBy: value })}
      >
        <Radio my="xs" value="SCHOOL" label="A school on the register" />
        <Radio my="xs" value="TRUST" label="A trust on the register" />
        <Radio my="xs" value="OTHER" label="Somebody else, or nobody" />
      </Radio.Group>
      {draft.employedBy === 'SCHOOL' && <SchoolField {...props} />}
      {draft.employedBy === 'TRUST' && (
        <NativeSelect
          id="lead-change-trust"
          label="Trust"
          value={draft.trustUid}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, trustUid: value })}
          data={[
            { value: '', label: 'Choose a trust' },
            ...choices.trusts.map(({ code, words }) => ({ value: code, label: words })),
          ]}
          error={wordsBeside(error, '#/trustUid')}
        />
      )}
      {draft.employedBy === 'OTHER' && (
        <TextInput
          id="lead-change-employer"
          label="Employer"
          description="Such as Leeds City Council, or self-employed"
          value={draft.employer}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, employer: value })}
          error={wordsBeside(error, '#/employer')}
        />
      )}
      <Checkbox
        label="They are a serving leader there"
        description="It needs a school or a trust. A serving leader has a lower minimum; their own school and trust are never theirs to review"
        checked={draft.servingLeader}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...draft, servingLeader: checked })
        }
        error={draft.employedBy === 'OTHER' ? wordsBeside(error, '#/schoolUrn') : undefined}
      />
      {children}
    </>
  );
}

/** A school found by part of its name: the register may have thousands. */
function SchoolField({ draft, onChange, term, error }: LeadChangeFormProps) {
  const { school } = draft;
  const [typed, setTyped] = useState('');
  const asked = typed.trim() === school?.name ? '' : typed.trim();
  const { data, isFetching } = useQuery({
    ...destinationsQuery(term, asked),
    enabled: asked !== '',
  });
  const found = asked === '' ? [] : (data?.schools ?? []);
  const options = found.map(({ urn, name, town }) => ({
    value: urn,
    label: town === null ? name : `${name}, ${town}`,
  }));
  const own =
    school === undefined || options.some(({ value }) => value === school.urn)
      ? []
      : [{ value: school.urn, label: school.name }];
  return (
    <Select
      id="lead-change-school"
      label="School"
      description="Type part of its name"
      placeholder="Such as Oak"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Clear the school' }}
      value={school?.urn ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      data={[...own, ...options]}
      filter={({ options: all }) => all}
      nothingFoundMessage={
        asked === ''
          ? 'Type part of its name.'
          : isFetching
            ? 'Looking…'
            : 'No school is called so.'
      }
      onChange={(urn) => {
        const chosen = found.find((each) => each.urn === urn);
        onChange({
          ...draft,
          school: chosen === undefined ? undefined : { urn: chosen.urn, name: chosen.name },
        });
      }}
      error={wordsBeside(error, '#/schoolUrn')}
    />
  );
}
