import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  admitSchool,
  dismissSchool,
  type Membership,
  membershipsQuery,
  restoreMemberships,
} from '../../api/schools';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { faultOf, wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { fullDate } from '../../parts/short-dates';
import { SubmitButton } from '../../parts/submit-button';
import type { UndoOffer } from '../../parts/undo';
import classes from './school.module.css';

const fields = {
  '#/from': { id: 'member-from', label: 'First day' },
  '#/to': { id: 'member-to', label: 'Last day' },
};

export interface MembershipCardProps {
  readonly urn: string;
  readonly onDone: (offer: UndoOffer) => void;
}

/** When the school is and was a member of the partnership; both ends of a period are included. */
export function MembershipCard({ urn, onDone }: MembershipCardProps) {
  const [form, setForm] = useState<'ADMIT' | 'DISMISS'>();
  return (
    <Card title="Membership">
      <Loaded query={membershipsQuery(urn)} what="the membership">
        {({ version, items }) => (
          <>
            {items.length === 0 && <p>It has never been a member of the partnership.</p>}
            <ul className={classes.lines}>
              {items.map(({ from, to }) => (
                <li key={from}>
                  <span>
                    {fullDate(from)} {to === null ? 'until further notice' : `to ${fullDate(to)}`}
                  </span>
                </li>
              ))}
            </ul>
            {form === undefined ? (
              <div className={`${classes.buttons ?? ''} ${classes.add ?? ''}`}>
                <Button onClick={() => setForm('ADMIT')}>Record a membership</Button>
                {items.length > 0 && (
                  <Button onClick={() => setForm('DISMISS')}>Record an end</Button>
                )}
              </div>
            ) : (
              <PeriodForm
                key={form}
                urn={urn}
                kind={form}
                version={version}
                before={items}
                onClose={() => setForm(undefined)}
                onDone={onDone}
              />
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface PeriodFormProps extends MembershipCardProps {
  readonly kind: 'ADMIT' | 'DISMISS';
  /** Of the membership when the form was opened. */
  readonly version: number;
  readonly before: readonly Membership[];
  readonly onClose: () => void;
}

function PeriodForm({ urn, kind, version, before, onClose, onDone }: PeriodFormProps) {
  const [begun] = useState({ version, before });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState<unknown>(null);
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['schools', urn] });
    await queries.invalidateQueries({ queryKey: ['registers', 'schools'] });
    await queries.invalidateQueries({ queryKey: ['changes'] });
  };
  const isAdmission = kind === 'ADMIT';
  const save = useMutation({
    mutationFn: (seen: number) =>
      (isAdmission ? admitSchool : dismissSchool)(urn, seen, { from, to: to === '' ? null : to }),
    onSuccess: async (saved, seen) => {
      await reload();
      const words = isAdmission ? 'The membership was recorded.' : 'The end was recorded.';
      announce(words);
      // Put on top of somebody else’s change, it is theirs that comes back.
      const stood = seen === begun.version ? begun.before : before;
      onDone({ words, undo: () => restoreMemberships(urn, saved.version, stood).then(reload) });
      onClose();
    },
  });
  const error = missing ?? save.error;
  const ways = {
    mine: (seen: number) => void reload().then(() => save.mutate(seen)),
    theirs: () => void reload().then(onClose),
    isPending: save.isPending,
  };
  return (
    <form
      className={`${classes.form ?? ''} ${classes.add ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(from === '' ? faultOf('#/from', 'Enter the first day.') : null);
        if (from !== '') save.mutate(begun.version);
      }}
    >
      <h3>{isAdmission ? 'The school is a member' : 'The school is no member'}</h3>
      {error !== null && <ProblemSummary error={error} fields={fields} ways={ways} />}
      <div className={classes.pair}>
        <TextInput
          id="member-from"
          type="date"
          label={isAdmission ? 'First day' : 'First day on which it is no member'}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          error={wordsBeside(error, '#/from')}
        />
        <TextInput
          id="member-to"
          type="date"
          label="Last day"
          description="Leave empty for until further notice"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          error={wordsBeside(error, '#/to')}
        />
      </div>
      <div className={classes.buttons}>
        <SubmitButton error={error} isPending={save.isPending}>
          {isAdmission ? 'Record the membership' : 'Record the end'}
        </SubmitButton>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
