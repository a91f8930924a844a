import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { type FormEvent, useId } from 'react';
import type { AvailabilityCalendar } from '../../api/lead-availability';
import type { PlanLead } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { ProblemSummary } from '../../parts/problem-summary';
import { Failed } from '../../parts/states';
import { Changes } from './changes';
import classes from './entry.module.css';
import { Understood } from './understood';
import type { DraftState } from './use-draft';
import type { Recording } from './use-recording';

export interface EntryCardProps {
  readonly lead: PlanLead;
  readonly calendar: AvailabilityCalendar;
  readonly state: DraftState;
  readonly recording: Recording;
}

/** Writes down what somebody says on the telephone. What it comes to is shown before anything is recorded. */
export function EntryCard({ lead, calendar, state, recording }: EntryCardProps) {
  const { draft, view, change } = state;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayRecord(state)) recording.record();
  };
  return (
    <div data-unprinted>
      <Card title="Write down what they say" aside="for them, on the telephone">
        <form onSubmit={submit} className={classes.form} noValidate>
          {recording.recorded !== null && !state.isBegun && (
            <RecordedNotice recording={recording} words={recording.recorded.words} />
          )}
          {recording.error !== null && <Refused recording={recording} />}
          {calendar.answer !== null && <StartFrom state={state} />}
          <Textarea
            label="What they say"
            description="As they say it: days, weeks, dates, months, half-terms."
            placeholder="never Mondays, and not the week of 8 February"
            value={draft.said}
            maxLength={500}
            autosize
            minRows={2}
            onChange={({ currentTarget: { value } }) =>
              change((before) => ({ ...before, said: value }))
            }
            error={
              (view?.notUnderstood.length ?? 0) > 0 && 'Some of it is not understood: see below'
            }
          />
          {!state.isBegun && <Examples calendar={calendar} state={state} />}
          {state.error !== null && <Failed error={state.error} onRetry={state.retry} />}
          {view !== undefined && <Understood view={view} />}
          {view !== undefined && <Changes view={view} lead={lead} pressed={draft.pressed.length} />}
          {state.isBegun && (
            <TextInput
              label="Most reviews this term"
              description="Leave it empty for what they say, or for what stands."
              value={draft.ceiling}
              inputMode="numeric"
              maxLength={3}
              className={classes.number}
              placeholder={view?.answer.ceiling?.toString() ?? 'No limit'}
              error={
                /^\d*$/u.test(draft.ceiling.trim()) ? undefined : 'Enter a whole number, such as 3'
              }
              onChange={({ currentTarget: { value } }) =>
                change((before) => ({ ...before, ceiling: value }))
              }
            />
          )}
          {state.isBegun && <Buttons state={state} recording={recording} />}
        </form>
      </Card>
    </div>
  );
}

function mayRecord({ view, isCurrent, draft }: DraftState): boolean {
  return (
    isCurrent &&
    view !== undefined &&
    view.notUnderstood.length === 0 &&
    !view.isSame &&
    /^\d*$/u.test(draft.ceiling.trim())
  );
}

function StartFrom({ state: { draft, change } }: { state: DraftState }) {
  const isEarlier = draft.startFrom !== 'STANDING' && draft.startFrom !== 'NOTHING';
  return (
    <Radio.Group
      label="Take it"
      value={draft.startFrom}
      onChange={(startFrom) => change((before) => ({ ...before, startFrom }))}
    >
      <div className={classes.choices}>
        <Radio value="STANDING" label="on top of what stands" />
        <Radio value="NOTHING" label="as their whole answer, anew" />
        {isEarlier && <Radio value={draft.startFrom} label="on top of the earlier answer" />}
      </div>
    </Radio.Group>
  );
}

function Examples({ calendar, state }: Pick<EntryCardProps, 'calendar' | 'state'>) {
  const id = useId();
  return (
    <div>
      <p id={id} className={classes.hint}>
        Or press windows in the calendar. For example:
      </p>
      <ul className={classes.examples} aria-labelledby={id}>
        {calendar.sentences.map((said) => (
          <li key={said}>
            <button type="button" onClick={() => state.change((before) => ({ ...before, said }))}>
              {said}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Buttons({ state, recording }: Pick<EntryCardProps, 'state' | 'recording'>) {
  const { view, isCurrent } = state;
  const count = view?.changes.length ?? 0;
  const why = whyNot(state);
  const id = useId();
  return (
    <div>
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant={recording.isMeanwhile ? 'default' : 'filled'}
          loading={recording.isRecording}
          disabled={!mayRecord(state)}
          aria-describedby={why === null ? undefined : id}
        >
          {count === 0
            ? 'Record it'
            : count === 1
              ? 'Record 1 change'
              : `Record ${String(count)} changes`}
        </Button>
        <Button onClick={recording.leave}>Leave it as it stands</Button>
      </div>
      {why !== null && isCurrent && (
        <p id={id} className={classes.hint}>
          {why}
        </p>
      )}
    </div>
  );
}

function whyNot({ view, isCurrent }: DraftState): string | null {
  if (view === undefined || !isCurrent) return 'What it comes to is being worked out.';
  if (view.notUnderstood.length > 0) return 'Nothing is recorded until every word is understood.';
  return view.isSame ? 'It says what stands already.' : null;
}

function RecordedNotice({ recording, words }: { recording: Recording; words: string }) {
  return (
    <div className={classes.done}>
      <IconCheck size={18} aria-hidden />
      <p>{words} The answer before is kept. Nobody has been told.</p>
      <Button
        size="xs"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        loading={recording.isUndoing}
        onClick={recording.undo}
      >
        Undo
      </Button>
    </div>
  );
}

/** What the server said; where somebody else answered meanwhile, what they changed and what can be done. */
function Refused({ recording }: { recording: Recording }) {
  return (
    <div className={classes.refused}>
      <ProblemSummary error={recording.error} />
      {recording.isMeanwhile && (
        <div className={classes.buttons}>
          <Button variant="filled" onClick={recording.putOnTop}>
            Put mine on top of it
          </Button>
          <Button onClick={recording.leave}>Leave theirs</Button>
        </div>
      )}
    </div>
  );
}
