import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { RegisterChoices } from '../../api/registers';
import { wordsBeside } from '../../parts/problem-fields';
import { OTHER_TRUST, type SchoolDraft } from './school-draft';
import { type Fact, factFields, factLabels, statusWords } from './school-facts';
import classes from './school.module.css';

export interface FactInputsProps {
  readonly draft: SchoolDraft;
  readonly onChange: (draft: SchoolDraft) => void;
  readonly choices: RegisterChoices;
  readonly error: unknown;
  /** What the school is called where no short name is given. */
  readonly derivedShortName: string;
}

/** The fields of the form, each with what is wrong with it in the words of the summary. */
export function FactInputs({ draft, onChange, choices, error, derivedShortName }: FactInputsProps) {
  const set = (changes: Partial<SchoolDraft>) => onChange({ ...draft, ...changes });
  const about = (fact: Fact) => ({
    id: factFields[`#/${fact}`]?.id ?? fact,
    label: factLabels[fact],
    error: wordsBeside(error, `#/${fact}`),
  });
  const text = (fact: 'name' | 'shortName' | 'type' | 'town' | 'postcode' | 'lat' | 'lon') => ({
    ...about(fact),
    value: draft[fact],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      set({ [fact]: currentTarget.value }),
  });
  const chosen = (
    fact: 'phase' | 'region' | 'laCode' | 'calendarId',
    options: readonly { code: string; words: string }[],
    none?: string,
  ) => ({
    ...about(fact),
    value: draft[fact],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLSelectElement>) =>
      set({ [fact]: currentTarget.value }),
    data: [
      ...(none === undefined ? [] : [{ value: '', label: none }]),
      ...options.map(({ code, words }) => ({ value: code, label: words })),
    ],
  });
  const date = (fact: 'openedOn' | 'closedOn') => ({
    ...about(fact),
    type: 'date',
    value: draft[fact],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      set({ [fact]: currentTarget.value }),
  });
  const regions = choices.regions.map((region) => ({ code: region, words: region }));
  return (
    <>
      <TextInput {...text('name')} data-autofocus />
      <TextInput
        {...text('shortName')}
        maxLength={30}
        placeholder={derivedShortName}
        description={`For the board and other narrow places, at most 30 characters. Leave it empty for the one derived from the name: ${derivedShortName}`}
        rightSectionWidth={120}
        rightSection={
          draft.shortName !== '' && (
            <Button size="compact-xs" onClick={() => set({ shortName: '' })}>
              Use the derived
            </Button>
          )
        }
      />
      <div className={classes.pair}>
        <TextInput {...text('type')} list="school-types" />
        <NativeSelect {...chosen('phase', choices.phases, 'Not known')} />
      </div>
      <datalist id="school-types">
        {choices.schoolTypes.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
      <Needs draft={draft} set={set} choices={choices} about={about('needs')} />
      <Checkbox
        id={about('needsInvented').id}
        label="These needs are invented, for demonstration"
        checked={draft.needsInvented}
        onChange={({ currentTarget }) => set({ needsInvented: currentTarget.checked })}
      />
      <NativeSelect
        {...about('trust')}
        value={draft.trust}
        onChange={({ currentTarget }) => set({ trust: currentTarget.value })}
        data={[
          { value: '', label: 'No trust' },
          ...choices.trusts.map(({ code, words }) => ({ value: code, label: words })),
          { value: OTHER_TRUST, label: 'Another trust…' },
        ]}
      />
      {draft.trust === OTHER_TRUST && (
        <div className={classes.pair}>
          <TextInput
            label="UID of the trust"
            value={draft.trustUid}
            onChange={({ currentTarget }) => set({ trustUid: currentTarget.value })}
          />
          <TextInput
            label="Name of the trust"
            value={draft.trustName}
            onChange={({ currentTarget }) => set({ trustName: currentTarget.value })}
          />
        </div>
      )}
      <div className={classes.pair}>
        <NativeSelect {...chosen('region', regions)} />
        <NativeSelect {...chosen('laCode', choices.authorities, 'Not known')} />
      </div>
      <div className={classes.pair}>
        <TextInput {...text('town')} />
        <TextInput {...text('postcode')} />
      </div>
      <div className={classes.pair}>
        <TextInput {...text('lat')} description="In degrees, such as 51.5375" inputMode="decimal" />
        <TextInput {...text('lon')} description="In degrees, such as -0.1271" inputMode="decimal" />
      </div>
      <NativeSelect
        {...chosen('calendarId', choices.calendars, 'The programme’s usual term dates')}
        description="They decide in which windows the school can be reviewed"
      />
      <div className={classes.pair}>
        <NativeSelect
          {...about('status')}
          value={draft.status}
          onChange={({ currentTarget }) =>
            set({ status: currentTarget.value as SchoolDraft['status'] })
          }
          data={Object.entries(statusWords).map(([value, label]) => ({ value, label }))}
        />
        <TextInput {...date('openedOn')} />
        <TextInput {...date('closedOn')} />
      </div>
      <Textarea
        {...about('predecessorUrns')}
        description="URNs that the school had before, or of schools that became it. Conflicts follow all of them"
        autosize
        minRows={1}
        value={draft.predecessorUrns}
        onChange={({ currentTarget }) => set({ predecessorUrns: currentTarget.value })}
      />
    </>
  );
}

interface NeedsProps extends Pick<FactInputsProps, 'draft' | 'choices'> {
  readonly set: (changes: Partial<SchoolDraft>) => void;
  readonly about: {
    readonly id: string;
    readonly label: string;
    readonly error: string | undefined;
  };
}

function Needs({ draft, set, choices, about }: NeedsProps) {
  return (
    <Checkbox.Group
      id={about.id}
      label={about.label}
      error={about.error}
      value={[...draft.needs]}
      onChange={(needs) => set({ needs })}
      tabIndex={-1}
    >
      <div className={classes.pair}>
        {choices.needs.map(({ code, words }) => (
          <Checkbox key={code} value={code} label={`${words} (${code})`} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
