import { Button, Checkbox, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { ScenarioChoices } from '../../api/what-if';
import { Card } from '../../parts/card';
import { type ProblemFields, wordsBeside } from '../../parts/problem-fields';
import {
  CHANGE_KINDS,
  type ChangeDraft,
  type ChangeKind,
  emptyChange,
  type Grade,
  gradeWords,
  kindWords,
} from './scenario-draft';
import classes from './what-if.module.css';

export interface ChangeFieldsProps {
  readonly draft: ChangeDraft;
  /** Its number in the list. */
  readonly index: number;
  readonly choices: ScenarioChoices;
  readonly error: unknown;
  readonly onChange: (draft: ChangeDraft) => void;
  /** Left out: it is the only one. */
  readonly onRemove?: () => void;
}

/** So many names are offered at once; typing finds the others. */
const MOST_OFFERED = 50;

const labels = {
  ...{ kind: 'What changes', person: 'Who', school: 'Which school', from: 'First day' },
  ...{ postcode: 'Postcode', phases: 'Phases', needs: 'Specialisms', region: 'Region' },
  ...{ count: 'How many', term: 'Most reviews', maxMiles: 'Furthest road miles' },
  ...{ restReviews: 'At most so many reviews', restWeeks: 'In so many weeks' },
} as const;
type Field = keyof typeof labels;

const idOf = (index: number, field: Field): string => `what-if-${index}-${field}`;

/** Where a fault of a change is mended: links from the summary lead there. */
export function fieldsOf(_: ChangeDraft, index: number): ProblemFields {
  const all = Object.entries(labels) as [Field, string][];
  return Object.fromEntries([
    ...all.map(([field, label]) => [
      `#/changes/${index}/${field}`,
      { id: idOf(index, field), label: `Change ${index + 1}, ${label.toLowerCase()}` },
    ]),
    [`#/changes/${index}`, { id: idOf(index, 'kind'), label: `Change ${index + 1}` }],
  ]) as ProblemFields;
}

/** One thing that would be otherwise. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { draft, index, onChange, onRemove } = props;
  return (
    <Card
      title={`Change ${index + 1}`}
      end={
        onRemove !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={onRemove}>
            Take out<span className="sr"> change {index + 1}</span>
          </Button>
        )
      }
    >
      <div className={classes.form}>
        <NativeSelect
          id={idOf(index, 'kind')}
          label="What changes"
          value={draft.kind}
          onChange={({ currentTarget: { value } }) => {
            const { person, school } = draft;
            onChange({ ...emptyChange(value as ChangeKind, draft.key), person, school });
          }}
          data={CHANGE_KINDS.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        />
        <Parts {...props} />
      </div>
    </Card>
  );
}

function Parts(props: ChangeFieldsProps) {
  switch (props.draft.kind) {
    case 'LEAVES':
      return (
        <div className={classes.pair}>
          <Person {...props} />
          <Day
            {...props}
            label="First day without them"
            hint="Seats accepted from then on are open"
          />
        </div>
      );
    case 'JOINS':
      return <Joins {...props} />;
    case 'SCHOOL_MOVES':
      return (
        <div className={classes.pair}>
          <School {...props} />
          <Words
            {...props}
            field="postcode"
            hint="Where to; the first half, such as DL1, is enough"
          />
        </div>
      );
    case 'REVIEW_ADDED':
    case 'REVIEW_DROPPED':
      return <School {...props} />;
    case 'LIMITS':
      return (
        <>
          <Person {...props} />
          <div className={classes.pair}>
            <Count {...props} field="term" hint="In the time looked at; empty: as it is" />
            <Count {...props} field="maxMiles" hint="From home; empty: as it is" />
          </div>
          <div className={classes.pair}>
            <Count
              {...props}
              field="restReviews"
              hint="The rest between reviews; empty: as it is"
            />
            <Count {...props} field="restWeeks" hint="School weeks one after another" />
          </div>
        </>
      );
    case 'REGION':
      return <RegionGrade {...props} />;
  }
}

function Joins(props: ChangeFieldsProps) {
  const { draft, index, choices, error, onChange } = props;
  const several = (field: 'phases' | 'needs') => (
    <Checkbox.Group
      id={idOf(index, field)}
      tabIndex={-1}
      label={labels[field]}
      error={wordsBeside(error, `#/changes/${index}/${field}`)}
      value={[...draft[field]]}
      onChange={(codes) => onChange({ ...draft, [field]: codes })}
    >
      <div className={classes.choices}>
        {choices[field].map(({ code, name }) => (
          <Checkbox key={code} value={code} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
  return (
    <>
      <div className={classes.pair}>
        <Count {...props} field="count" hint="Each alike" />
        <Words {...props} field="postcode" hint="Where they live; the first half is enough" />
        <Day {...props} label="First day" hint="May be left empty: at once" />
      </div>
      <Checkbox
        label="They are serving leaders"
        description="Half as many reviews are wanted of them"
        checked={draft.servingLeader}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...draft, servingLeader: checked })
        }
      />
      {several('phases')}
      {several('needs')}
    </>
  );
}

function RegionGrade(props: ChangeFieldsProps) {
  const { draft, index, choices, error, onChange } = props;
  return (
    <div className={classes.pair}>
      <Person {...props} />
      <NativeSelect
        id={idOf(index, 'region')}
        label="Region"
        value={draft.region}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, region: value })}
        data={[{ value: '', label: 'Choose a region' }, ...choices.regions]}
        error={wordsBeside(error, `#/changes/${index}/region`)}
      />
      <NativeSelect
        label="They would"
        value={draft.grade}
        onChange={({ currentTarget: { value } }) => onChange({ ...draft, grade: value as Grade })}
        data={Object.entries(gradeWords).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}

function Person({ draft, index, choices, error, onChange }: ChangeFieldsProps) {
  return (
    <Select
      id={idOf(index, 'person')}
      label="Who"
      placeholder="Type part of a name"
      searchable
      limit={MOST_OFFERED}
      nothingFoundMessage="Nobody has such a name"
      data={choices.people.map(({ code, name }) => ({ value: code, label: name }))}
      value={draft.person}
      onChange={(person) => onChange({ ...draft, person })}
      error={wordsBeside(error, `#/changes/${index}/person`)}
    />
  );
}

function School({ draft, index, choices, error, onChange }: ChangeFieldsProps) {
  return (
    <Select
      id={idOf(index, 'school')}
      label="Which school"
      placeholder="Type part of its name or town"
      searchable
      limit={MOST_OFFERED}
      nothingFoundMessage="No school has such a name"
      data={choices.schools.map(({ urn, name, town }) => ({
        value: urn,
        label: town === null ? name : `${name}, ${town}`,
      }))}
      value={draft.school}
      onChange={(school) => onChange({ ...draft, school })}
      error={wordsBeside(error, `#/changes/${index}/school`)}
    />
  );
}

interface PartProps extends ChangeFieldsProps {
  readonly hint: string;
}

function Day({ draft, index, error, onChange, label, hint }: PartProps & { label: string }) {
  return (
    <TextInput
      id={idOf(index, 'from')}
      type="date"
      label={label}
      description={hint}
      value={draft.from}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, from: value })}
      error={wordsBeside(error, `#/changes/${index}/from`)}
    />
  );
}

function Words({ draft, index, error, onChange, field, hint }: PartProps & { field: 'postcode' }) {
  return (
    <TextInput
      id={idOf(index, field)}
      label={labels[field]}
      description={hint}
      maxLength={10}
      value={draft[field]}
      onChange={({ currentTarget: { value } }) => onChange({ ...draft, [field]: value })}
      error={wordsBeside(error, `#/changes/${index}/${field}`)}
    />
  );
}

type CountField = 'count' | 'term' | 'maxMiles' | 'restReviews' | 'restWeeks';

function Count({ draft, index, error, onChange, field, hint }: PartProps & { field: CountField }) {
  return (
    <NumberInput
      id={idOf(index, field)}
      label={labels[field]}
      description={hint}
      min={0}
      allowDecimal={false}
      value={draft[field]}
      onChange={(value) => onChange({ ...draft, [field]: String(value) })}
      error={wordsBeside(error, `#/changes/${index}/${field}`)}
    />
  );
}
