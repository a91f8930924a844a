import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  addTrainingDay,
  removeTrainingDay,
  type TrainingDay,
  type YearCalendar,
} from '../../api/calendar';
import { Card } from '../../parts/card';
import { ProblemSummary } from '../../parts/problem-summary';
import { faultOf } from './field-fault';
import classes from './settings.module.css';
import { useChange } from './use-change';

type Listed = YearCalendar['trainingDays'][number];

/** Training days of a year: on them nobody leads. */
export function TrainingDays({ year }: { year: YearCalendar }) {
  return (
    <Card title="Training days" aside="Nobody leads in a window that holds one" flush>
      {year.trainingDays.length === 0 && (
        <p className={classes.none}>No training day in this year.</p>
      )}
      <ul>
        {year.trainingDays.map((day) => (
          <TrainingDayLine key={day.date} day={day} />
        ))}
      </ul>
      <AddTrainingDay year={year} />
    </Card>
  );
}

function TrainingDayLine({ day }: { day: Listed }) {
  const removal = useChange({
    question: `Take away the training day on ${day.inWords}?`,
    confirm: 'Take it away',
    done: `${day.inWords} is no training day any more.`,
    alwaysAsk: true,
  });
  return (
    <li className={classes.line}>
      <p>
        <b>{day.inWords}</b> {day.title}, {day.modeInWords}
      </p>
      <Button
        size="xs"
        loading={removal.isPending}
        onClick={() =>
          removal.make({ kind: 'TRAINING_DAY_REMOVED', date: day.date }, () =>
            removeTrainingDay(day.date),
          )
        }
      >
        Remove<span className="sr"> the training day on {day.inWords}</span>
      </Button>
      {removal.error !== null && <ProblemSummary error={removal.error} />}
      {removal.dialog}
    </li>
  );
}

function AddTrainingDay({ year }: { year: YearCalendar }) {
  const [date, setDate] = useState('');
  const [title, setTitle] = useState('Training day');
  const [mode, setMode] = useState<TrainingDay['mode']>('IN_PERSON');
  const adding = useChange({
    question: 'Add this training day?',
    confirm: 'Add the training day',
    done: 'The training day was added.',
    onDone: () => setDate(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.make({ kind: 'TRAINING_DAY_ADDED', date }, () => addTrainingDay({ date, title, mode }));
  };
  return (
    <form className={classes.add} onSubmit={submit}>
      {adding.error !== null && <ProblemSummary error={adding.error} />}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="New training day"
          required
          min={year.startsOn}
          max={year.endsOn}
          value={date}
          error={faultOf(adding.error, 'date')}
          onChange={({ currentTarget }) => setDate(currentTarget.value)}
        />
        <TextInput
          label="Title"
          required
          value={title}
          error={faultOf(adding.error, 'title')}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <NativeSelect
          label="Where"
          value={mode}
          onChange={({ currentTarget }) =>
            setMode(currentTarget.value === 'ONLINE' ? 'ONLINE' : 'IN_PERSON')
          }
        >
          <option value="IN_PERSON">In person</option>
          <option value="ONLINE">Online</option>
        </NativeSelect>
      </div>
      <div className={classes.buttons}>
        <Button type="submit" loading={adding.isPending}>
          Add the training day
        </Button>
      </div>
      {adding.dialog}
    </form>
  );
}
