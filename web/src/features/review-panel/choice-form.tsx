import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type Edit, type Effect, effectQuery } from '../../api/plan-changes';
import { type Problem, wordsOfError } from '../../api/problem-error';
import type { Candidate } from '../../api/ranking';
import { Failed, Loading } from '../../parts/states';
import classes from './choice-form.module.css';

export interface ChoiceFormProps {
  readonly plan: { readonly id: string; readonly version: number };
  readonly edits: readonly Edit[];
  readonly candidate: Candidate;
  /** Why the last try was refused, in the server's words. */
  readonly problem: Problem | null;
  readonly failure: Error | null;
  readonly isSaving: boolean;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

/** What a choice does to the plan, and a note to keep with it. Nothing is saved until the button is pressed. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { plan, edits, candidate, problem, failure, isSaving, onSave, onCancel } = props;
  const [note, setNote] = useState('');
  const effect = useQuery(effectQuery(plan.id, edits));
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(note);
  };
  return (
    <form onSubmit={save} className={classes.form} noValidate>
      {failure !== null && (
        <div className={classes.problem} role="alert">
          <h2>There is a problem</h2>
          <p>{wordsOfError(failure)}</p>
          {problem?.errors !== undefined && (
            <ul>
              {problem.errors.map(({ field, message }) => (
                <li key={`${field} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p className={classes.price}>{candidate.alternative.price?.headline}</p>
      {effect.data !== undefined ? (
        <EffectInWords effect={effect.data} moves={candidate.alternative.moves} />
      ) : effect.error !== null ? (
        <Failed error={effect.error} onRetry={() => void effect.refetch()} />
      ) : (
        <Loading what="what it does to the plan" />
      )}
      <TextInput
        label="Why (kept with the version)"
        description="You can leave it empty"
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          type="submit"
          variant="filled"
          loading={isSaving}
          disabled={effect.data?.isLegal !== true}
        >
          Save as version {plan.version + 1}
        </Button>
      </Group>
    </form>
  );
}

interface EffectInWordsProps {
  readonly effect: Effect;
  /** What the price has found: told as moves where it is all that changes. */
  readonly moves: Candidate['alternative']['moves'];
}

function EffectInWords({ effect, moves }: EffectInWordsProps) {
  const reviews = effect.reviews.length === moves.length ? moves : effect.reviews;
  const moved = effect.aims.filter(({ gain }) => gain !== 0);
  return (
    <div className={classes.effect}>
      <p className={classes.legal} data-legal={effect.isLegal}>
        {effect.isLegal ? (
          <IconCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        {effect.isLegal
          ? 'Every rule is kept. Nobody has been told anything.'
          : 'The plan would break rules, so it cannot be saved:'}
      </p>
      {!effect.isLegal && (
        <ul className={classes.list}>
          {effect.breaches.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Part title={`Reviews that change (${effect.reviews.length})`}>
        {reviews.map(({ words }) => words)}
      </Part>
      <Part title="What the aims gain or pay">
        {moved.length === 0
          ? ['Nothing: every aim is as before.']
          : moved.map(({ words }) => words)}
      </Part>
      <details className={classes.people}>
        <summary>
          {effect.people.length === 1
            ? 'The seats of 1 person change'
            : `The seats of ${effect.people.length} people change`}
        </summary>
        <ul className={classes.list}>
          {effect.people.map(({ person, words }) => (
            <li key={person}>{words}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Part({ title, children }: { title: string; children: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className={classes.list}>
        {children.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
