import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  correctSeatEvent,
  type NewSeatEvent,
  recordSeatEvent,
  type SeatBehind,
} from '../../api/commitments';
import { wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import classes from './lead-commitment.module.css';
import { CAUSERS, isEnding, kindsLeft, usualCauser } from './seat-event';

type Happened = SeatBehind['events'][number];

export interface EventFormProps {
  readonly seat: SeatBehind;
  /** What is corrected; left out: something else is recorded. */
  readonly event: Happened | undefined;
  readonly usualDay: string;
  readonly onDone: (words: string, undo?: () => Promise<unknown>) => void;
  readonly onCancel: () => void;
}

/** Where parts of the requests are filled in. */
const FIELDS = {
  '#/on': { id: 'event-on', label: 'On which day' },
  '#/correction/on': { id: 'event-on', label: 'On which day' },
  '#/reason': { id: 'event-reason', label: 'Why' },
  '#/correction/reason': { id: 'event-reason', label: 'Why' },
} as const;

type Kind = NewSeatEvent['kind'];
type Causer = NonNullable<NewSeatEvent['causedBy']>;

/** What happened to a seat, when, by whom and why. Correcting it keeps what was believed before. */
export function EventForm({ seat, event, usualDay, onDone, onCancel }: EventFormProps) {
  const left = kindsLeft(seat.events);
  const [kind, setKind] = useState<Kind>(event?.kind ?? left[0]?.kind ?? 'LED');
  const [on, setOn] = useState(event?.on ?? usualDay);
  const [causer, setCauser] = useState<Causer | undefined>(event?.causedBy ?? undefined);
  const [reason, setReason] = useState(event?.reason ?? '');
  const happened = {
    on,
    causedBy: isEnding(kind) ? (causer ?? usualCauser(kind)) : null,
    reason: isEnding(kind) && reason.trim() !== '' ? reason : null,
  };
  const save = useMutation({
    mutationFn: () =>
      event === undefined
        ? recordSeatEvent(seat, { kind, ...happened })
        : correctSeatEvent(seat, kind, happened),
    onSuccess: () =>
      onDone(event === undefined ? 'Recorded.' : 'Corrected. What was recorded before is kept.'),
  });
  const takeBack = useMutation({
    mutationFn: ({ kind: taken }: Happened) => correctSeatEvent(seat, taken, null),
    onSuccess: (_, { words, ...recorded }) =>
      onDone(`Taken back: ${words}. What was recorded before is kept.`, () =>
        recordSeatEvent(seat, recorded),
      ),
  });
  const error = save.error ?? takeBack.error;
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    takeBack.reset();
    save.mutate();
  };
  if (event === undefined && left.length === 0)
    return <p>Everything that can happen is on record.</p>;
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {error !== null && <ProblemSummary error={error} fields={FIELDS} />}
      <p>{seat.when}</p>
      {event === undefined ? (
        <NativeSelect
          label="What happened"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}
        >
          {left.map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.label}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <p>On record: {event.words}</p>
      )}
      <TextInput
        id={FIELDS['#/on'].id}
        type="date"
        label={FIELDS['#/on'].label}
        error={wordsBeside(error, '#/on') ?? wordsBeside(error, '#/correction/on')}
        value={on}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
      />
      {isEnding(kind) && (
        <>
          <NativeSelect
            label="By whom"
            value={causer ?? usualCauser(kind)}
            data={[...CAUSERS]}
            onChange={({ currentTarget }) => setCauser(currentTarget.value as Causer)}
          />
          <Textarea
            id={FIELDS['#/reason'].id}
            label={FIELDS['#/reason'].label}
            error={wordsBeside(error, '#/reason') ?? wordsBeside(error, '#/correction/reason')}
            value={reason}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </>
      )}
      <Group justify="flex-end">
        {event !== undefined && (
          <Button onClick={() => takeBack.mutate(event)} loading={takeBack.isPending}>
            It never happened
          </Button>
        )}
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {event === undefined ? 'Record it' : 'Correct it'}
        </Button>
      </Group>
    </form>
  );
}
