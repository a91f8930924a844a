import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  changeSetting,
  groupOf,
  type SettingGroup,
  type SettingKey,
  settingsQuery,
} from '../../api/settings';
import { todayQuery } from '../../api/terms';
import { onTopOf } from '../../parts/meanwhile';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import { faultOf } from './field-fault';
import classes from './settings.module.css';
import { useChange } from './use-change';
import { useOpenSetting } from './use-open-setting';

export interface SettingFormProps {
  readonly settingKey: SettingKey;
  readonly title: string;
  /** The whole group as it stands in the form. */
  readonly value: unknown;
  /** As it stands on the server. */
  readonly group: Pick<SettingGroup, 'value' | 'version' | 'isChanged'>;
  /** The fields; given what was wrong with them. */
  readonly children: (error: Error | null) => ReactNode;
}

/** What every change of a setting has: from when, why, and the question where a term is touched. */
export function SettingForm({ settingKey, title, value, group, children }: SettingFormProps) {
  const [begun] = useState(group);
  const queries = useQueryClient();
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
      async (version) => {
        const change = { key: settingKey, reason, from: firstDay };
        if (version === undefined) {
          return changeSetting({ ...change, value: next, version: begun.version });
        }
        const described = await queries.fetchQuery({ ...settingsQuery(), staleTime: 0 });
        const now = groupOf(described, settingKey) ?? begun;
        const merged = next === undefined ? undefined : onTopOf(begun.value, next, now.value);
        return changeSetting({ ...change, value: merged, version: now.version });
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make(value);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {change.error !== null && <ProblemSummary error={change.error} ways={change.ways} />}
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
        <SubmitButton error={change.error} isPending={change.isPending}>
          Save the change
        </SubmitButton>
        {group.isChanged && (
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
