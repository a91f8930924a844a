import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type NewYear, openYear } from '../../api/calendar';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { ProblemSummary } from '../../parts/problem-summary';
import { faultOf } from './field-fault';
import classes from './settings.module.css';

const seasons = ['AUTUMN', 'SPRING', 'SUMMER'] as const;
const titles = { AUTUMN: 'Autumn term', SPRING: 'Spring term', SUMMER: 'Summer term' };

type Dates = Record<string, string>;

/** Opens a year with its three terms. */
export function OpenYear({ isFirst }: { isFirst: boolean }) {
  const [id, setId] = useState('');
  const [dates, setDates] = useState<Dates>({});
  const queries = useQueryClient();
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: openYear,
    onSuccess: async () => {
      announce(`The academic year ${id} is open.`);
      await queries.invalidateQueries();
      void navigate({ to: '/settings', search: { year: id } });
      setId('');
      setDates({});
    },
    onError: (error) => alert(`The year was not opened. ${wordsOfError(error)}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    opening.mutate(yearOf(id.trim(), dates));
  };
  const date = (name: string, label: string, ...path: string[]) => (
    <TextInput
      type="date"
      label={label}
      required
      value={dates[name] ?? ''}
      error={faultOf(opening.error, ...path)}
      onChange={({ currentTarget: { value } }) =>
        setDates((before) => ({ ...before, [name]: value }))
      }
    />
  );
  const form = (
    <form className={classes.form} onSubmit={submit}>
      {opening.error !== null && <ProblemSummary error={opening.error} />}
      <div className={classes.fields}>
        <TextInput
          label="Academic year"
          placeholder="2027/28"
          required
          value={id}
          error={faultOf(opening.error, 'id')}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        />
        {date('from', 'First day of the year', 'startsOn')}
        {date('to', 'Last day of the year', 'endsOn')}
      </div>
      {seasons.map((season, index) => (
        <fieldset key={season} className={classes.fieldset}>
          <legend>{titles[season]}</legend>
          <div className={classes.fields}>
            {date(`${season} from`, 'First day', 'terms', String(index), 'startsOn')}
            {date(`${season} to`, 'Last day', 'terms', String(index), 'endsOn')}
          </div>
        </fieldset>
      ))}
      <div className={classes.buttons}>
        <Button type="submit" variant={isFirst ? 'filled' : 'default'} loading={opening.isPending}>
          Open the year
        </Button>
      </div>
    </form>
  );
  return (
    <Card title={isFirst ? 'Open the first academic year' : 'Open another academic year'}>
      {isFirst ? (
        <>
          <p className={classes.intro}>
            There is no academic year yet. Open one with the dates of its three terms; schools
            follow their own calendars.
          </p>
          {form}
        </>
      ) : (
        <details className={classes.more}>
          <summary>Enter its dates</summary>
          {form}
        </details>
      )}
    </Card>
  );
}

function yearOf(id: string, dates: Dates): NewYear {
  return {
    id,
    startsOn: dates.from ?? '',
    endsOn: dates.to ?? '',
    terms: seasons.map((season) => ({
      season,
      startsOn: dates[`${season} from`] ?? '',
      endsOn: dates[`${season} to`] ?? '',
    })),
  };
}
