import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { changeSetting, type SettingKey } from '../../api/settings';
import { todayQuery } from '../../api/terms';
import { ProblemSummary } from '../../parts/problem-summary';
import { faultOf } from './field-fault';
import classes from './settings.module.css';
import { useChange } from './use-change';
import { useOpenSetting } from './use-open-setting';

export interface SettingFormProps {
  readonly settingKey: SettingKey;
  readonly title: string;
  /** The whole group as it stands in the form. */
  readonly value: unknown;
  /** Whether it is other than the default now. */
  readonly isChanged: boolean;
  /** The fields; given what was wrong with them. */
  readonly children: (error: Error | null) => ReactNode;
}

/** What every change of a setting has: from when, why, and the question where a term is touched. */
export function SettingForm({ settingKey, title, value, isChanged, children }: SettingFormProps) {
  const { data: today } = useQuery(todayQuery);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const { close } = useOpenSetting();
  const change = useChange({
    question: `Change “${title}”?`,
    confirm: 'Save the change',
    done: `${title}: saved.`,
    onDone: close,
  });
  const make = (next: unknown) => {
    const firstDay = from === '' ? undefined : from;
    change.make(
      { kind: 'SETTING', key: settingKey, ...(firstDay === undefined ? {} : { from: firstDay }) },
      () => changeSetting({ key: settingKey, value: next, reason, from: firstDay }),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make(value);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {change.error !== null && <ProblemSummary error={change.error} />}
      {children(change.error)}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="From"
          description={`Left empty: from today${today === undefined ? '' : `, ${today.inWords}`}`}
          value={from}
          error={faultOf(change.error, 'from')}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          className={classes.reason}
          label="Why"
          description="Kept with the change, for whoever asks later"
          required
          value={reason}
          error={faultOf(change.error, 'reason')}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </div>
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          Save the change
        </Button>
        {isChanged && (
          <Button
            disabled={reason.trim() === ''}
            title={reason.trim() === '' ? 'Say why first' : undefined}
            onClick={() => make(undefined)}
          >
            Back to the default
          </Button>
        )}
        <Button onClick={close}>Cancel</Button>
      </div>
      {change.dialog}
    </form>
  );
}
