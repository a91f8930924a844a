import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changeSetting, type DescribedSettings, settingsQuery } from '../../api/settings';
import { Card } from '../../parts/card';
import { ProblemSummary } from '../../parts/problem-summary';
import { valueAt, withValueAt } from './setting-values';
import classes from './settings.module.css';
import { useChange } from './use-change';

/** A new preset as a copy of another, and taking one away. */
export function PolicyManage({ policies }: { policies: DescribedSettings['policies'] }) {
  const queries = useQueryClient();
  const names = policies.presets.map(({ name }) => name);
  const [name, setName] = useState('');
  const [source, setSource] = useState(names[0] ?? '');
  const [gone, setGone] = useState('');
  const adding = useChange({
    question: `Add the policy “${name}”?`,
    confirm: 'Add the policy',
    done: `The policy ${name} was added.`,
    onDone: () => setName(''),
  });
  const removing = useChange({
    question: `Take the policy “${gone}” away?`,
    confirm: 'Take it away',
    done: `The policy ${gone} was taken away.`,
    alwaysAsk: true,
    onDone: () => setGone(''),
  });
  // Neither touches another policy, so that it is made to the policies as they stand by now.
  const save = async (made: (value: unknown) => unknown, reason: string) => {
    const { policies: now } = await queries.fetchQuery({ ...settingsQuery(), staleTime: 0 });
    const { value, version } = now;
    return changeSetting({ key: 'policies', value: made(value), version, reason });
  };
  const kind = { kind: 'SETTING', key: 'policies' } as const;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const copy = valueAt(policies.value, ['byName', source]);
    const path = ['byName', name.trim()];
    const reason = `The policy ${name.trim()} was added as a copy of ${source}`;
    adding.make(kind, () => save((now) => withValueAt(now, path, copy), reason));
  };
  const remove = (event: FormEvent) => {
    event.preventDefault();
    const reason = `The policy ${gone} was taken away`;
    removing.make(kind, () => save((now) => withoutPreset(now, gone), reason));
  };
  return (
    <Card title="Add or take away a policy">
      <div className={classes.halves}>
        <form className={classes.form} onSubmit={add}>
          {adding.error !== null && <ProblemSummary error={adding.error} ways={adding.ways} />}
          <div className={classes.fields}>
            <TextInput
              label="Name of the new policy"
              required
              value={name}
              error={names.includes(name.trim()) ? 'There is a policy of this name.' : undefined}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <NativeSelect
              label="As a copy of"
              data={names}
              value={source}
              onChange={({ currentTarget }) => setSource(currentTarget.value)}
            />
          </div>
          <div className={classes.buttons}>
            <Button type="submit" disabled={names.includes(name.trim())} loading={adding.isPending}>
              Add the policy
            </Button>
          </div>
          {adding.dialog}
        </form>
        <form className={classes.form} onSubmit={remove}>
          {removing.error !== null && (
            <ProblemSummary error={removing.error} ways={removing.ways} />
          )}
          <NativeSelect
            label="Policy to take away"
            description="The one that is chosen unless said cannot be taken away"
            value={gone}
            onChange={({ currentTarget }) => setGone(currentTarget.value)}
          >
            <option value="">Choose…</option>
            {policies.presets
              .filter(({ isDefault }) => !isDefault)
              .map((each) => (
                <option key={each.name} value={each.name}>
                  {each.name}
                </option>
              ))}
          </NativeSelect>
          <div className={classes.buttons}>
            <Button type="submit" disabled={gone === ''} loading={removing.isPending}>
              Take it away
            </Button>
          </div>
          {removing.dialog}
        </form>
      </div>
    </Card>
  );
}

function withoutPreset(value: unknown, gone: string): unknown {
  const byName = Object(valueAt(value, ['byName'])) as Record<string, unknown>;
  const left = Object.fromEntries(Object.entries(byName).filter(([each]) => each !== gone));
  return withValueAt(value, ['byName'], left);
}
