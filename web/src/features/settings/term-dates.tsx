import { Button, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type CalendarTerm, changeTermDates, type YearCalendar } from '../../api/calendar';
import { Card } from '../../parts/card';
import { ProblemSummary } from '../../parts/problem-summary';
import { said } from '../../parts/search-params';
import { SubmitButton } from '../../parts/submit-button';
import { Tag } from '../../parts/tag';
import { faultOf } from './field-fault';
import classes from './settings.module.css';
import { useChange } from './use-change';

const route = getRouteApi('/settings');

const standings = {
  PAST: { tone: 'plain', words: 'Over' },
  UNDER_WAY: { tone: 'ok', words: 'Under way' },
  AHEAD: { tone: 'plain', words: 'Ahead' },
} as const;

/** The terms of a year: dates, review weeks and the windows that are closed for everybody. */
export function TermDates({ year }: { year: YearCalendar }) {
  const search = route.useSearch();
  return (
    <Card title="Terms" aside="The programme’s own dates; schools follow their calendars" flush>
      <ul>
        {year.terms.map((term) => {
          const { tone, words } = standings[term.standing];
          const isEdited = search.edit === term.id;
          return (
            <li key={term.id} className={classes.item}>
              <div className={classes.itemHead}>
                <h3>{term.name}</h3>
                <Tag tone={tone}>{words}</Tag>
              </div>
              <div className={classes.itemBody}>
                <p>
                  {term.inWords}. {term.weeksInWords}.
                </p>
                {term.closed.length > 0 && (
                  <details className={classes.more}>
                    <summary>
                      {term.closed.length === 1
                        ? '1 reason why a window is closed'
                        : `${String(term.closed.length)} reasons why windows are closed`}
                    </summary>
                    <ul className={classes.bullets}>
                      {term.closed.map(({ inWords, reason }) => (
                        <li key={`${inWords} ${reason}`}>
                          {inWords}: {reason}
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
                {isEdited && <TermForm term={term} />}
              </div>
              <div className={classes.itemEnd}>
                {!isEdited && (
                  <Link
                    className={classes.edit}
                    to="/settings"
                    search={{ ...search, edit: term.id }}
                    replace
                    resetScroll={false}
                  >
                    Change dates<span className="sr"> of {term.name}</span>
                  </Link>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function TermForm({ term }: { term: CalendarTerm }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [begun] = useState(term.version);
  const [startsOn, setStartsOn] = useState(term.startsOn);
  const [endsOn, setEndsOn] = useState(term.endsOn);
  const close = () =>
    void navigate({
      to: '/settings',
      search: said({ ...search, edit: undefined }),
      replace: true,
      resetScroll: false,
    });
  const change = useChange({
    question: `Change the dates of ${term.name}?`,
    confirm: 'Change the dates',
    done: `The dates of ${term.name} were changed.`,
    onDone: close,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const dates = { startsOn, endsOn };
    change.make({ kind: 'TERM_DATES', term: term.id, ...dates }, (version = begun) =>
      changeTermDates({ id: term.id, version, ...dates }),
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {change.error !== null && <ProblemSummary error={change.error} ways={change.ways} />}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="First day"
          autoFocus
          required
          value={startsOn}
          error={faultOf(change.error, 'startsOn')}
          onChange={({ currentTarget }) => setStartsOn(currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Last day"
          required
          value={endsOn}
          error={faultOf(change.error, 'endsOn')}
          onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
        />
      </div>
      <div className={classes.buttons}>
        <SubmitButton error={change.error} isPending={change.isPending}>
          Save the dates
        </SubmitButton>
        <Button onClick={close}>Cancel</Button>
      </div>
      {change.dialog}
    </form>
  );
}
