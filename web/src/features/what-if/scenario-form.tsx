import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Scenario, ScenarioChoices, ScenarioInput } from '../../api/what-if';
import { alert } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { problemOf, wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { ChangeFields, fieldsOf } from './change-fields';
import { type ChangeDraft, emptyChange, inputOf, type ScenarioDraft } from './scenario-draft';
import classes from './what-if.module.css';

export interface ScenarioFormProps {
  /** What it begins with. */
  readonly draft: ScenarioDraft;
  readonly choices: ScenarioChoices;
  readonly button: string;
  readonly save: (input: ScenarioInput) => Promise<Scenario>;
  readonly onSaved: (scenario: Scenario) => void;
  readonly onCancel: () => void;
}

/** What would be otherwise: a name, the time looked at, and one change after another. Nothing typed is lost on a refusal. */
export function ScenarioForm({
  draft: begun,
  choices,
  button,
  save,
  onSaved,
  onCancel,
}: ScenarioFormProps) {
  const [draft, setDraft] = useState(begun);
  const [missing, setMissing] = useState<Error | null>(null);
  const saving = useMutation({ mutationFn: save, onSuccess: onSaved });
  const error = missing ?? saving.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sent = inputOf(draft, choices);
    if ('faults' in sent) {
      setMissing(problemOf(sent.faults));
      alert('It cannot be saved yet: something is missing.');
      return;
    }
    setMissing(null);
    saving.mutate(sent.input);
  };
  const change = (index: number, to: ChangeDraft | null) =>
    setDraft({
      ...draft,
      changes: draft.changes.flatMap((each, at) =>
        at === index ? (to === null ? [] : [to]) : [each],
      ),
    });
  const fields = Object.assign(
    { '#/name': { id: 'what-if-name', label: 'Name' } },
    ...draft.changes.map((each, index) => fieldsOf(each, index)),
  ) as Record<string, { id: string; label: string }>;
  return (
    <form onSubmit={submit} className={classes.stack} noValidate>
      {error !== null && <ProblemSummary error={error} fields={fields} order={2} />}
      <Card title="What is asked">
        <div className={classes.form}>
          <div className={classes.pair}>
            <TextInput
              id="what-if-name"
              label="Name"
              description="May be left empty: it is then named after its first change"
              maxLength={80}
              value={draft.name}
              onChange={({ currentTarget: { value } }) => setDraft({ ...draft, name: value })}
              error={wordsBeside(error, '#/name')}
            />
            <NativeSelect
              label="Time looked at"
              description="A term for which people were asked for dates, or all that is left"
              value={draft.term}
              onChange={({ currentTarget: { value } }) => setDraft({ ...draft, term: value })}
              data={[
                ...choices.terms.map(({ id, name }) => ({ value: id, label: name })),
                { value: '', label: `What is left of ${choices.academicYear}` },
              ]}
            />
          </div>
          <Checkbox
            label="Change the plan as little as possible"
            description="Keeping dates and people then comes before commitments. Otherwise a new plan is made afresh."
            checked={draft.keepsPlan}
            onChange={({ currentTarget: { checked } }) =>
              setDraft({ ...draft, keepsPlan: checked })
            }
          />
        </div>
      </Card>
      {draft.changes.map((each, index) => (
        <ChangeFields
          key={each.key}
          draft={each}
          index={index}
          choices={choices}
          error={error}
          onChange={(to) => change(index, to)}
          {...(draft.changes.length > 1 ? { onRemove: () => change(index, null) } : {})}
        />
      ))}
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            const key = Math.max(-1, ...draft.changes.map((each) => each.key)) + 1;
            setDraft({ ...draft, changes: [...draft.changes, emptyChange('LEAVES', key)] });
          }}
        >
          Add another change
        </Button>
      </div>
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {button}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
