import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Edit, type Effect, effectQuery, saveEdits } from '../../api/plan-changes';
import type { SidePlan } from '../../api/plan-comparison';
import { alert, announce } from '../../parts/announcer';
import { ProblemSummary } from '../../parts/problem-summary';
import { Failed, Loading } from '../../parts/states';
import { Tag } from '../../parts/tag';
import classes from './compare.module.css';

export interface AdoptEffectProps {
  readonly term: string;
  readonly base: SidePlan;
  readonly edits: readonly Edit[];
  readonly usualNote: string;
  /** The plans that are compared with the new version afterwards. */
  readonly others: readonly string[];
}

/** What taking over does, or which rules stand in the way; then it can be saved. */
export function AdoptEffect(props: AdoptEffectProps) {
  const { base, edits } = props;
  const { data, error, refetch } = useQuery(effectQuery(base.id, edits));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (data === undefined) return;
    heading.current?.focus();
    if (data.isLegal) announce(`It can be saved. ${String(data.reviews.length)} reviews change.`);
    else alert(`It cannot be saved: rules are broken. ${data.breaches[0]?.sentence ?? ''}`);
  }, [data]);
  if (data === undefined) {
    return error === null ? (
      <Loading what="what it does" />
    ) : (
      <Failed error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <section className={classes.effect} data-legal={data.isLegal}>
      <Title order={3} ref={heading} tabIndex={-1}>
        {data.isLegal ? 'What it does' : 'This cannot be saved'}
      </Title>
      {data.isLegal ? <Gains effect={data} /> : <Breaches effect={data} />}
      {data.isLegal && <SaveForm {...props} />}
    </section>
  );
}

function Gains({ effect }: { effect: Effect }) {
  const moved = effect.aims.filter(({ gain }) => gain !== 0);
  return (
    <>
      <p>
        {effect.reviews.length} {effect.reviews.length === 1 ? 'review changes' : 'reviews change'},
        and no rule is broken.
      </p>
      {moved.length === 0 ? (
        <p>No aim gains or pays.</p>
      ) : (
        <ul className={classes.lines}>
          {moved.map(({ aim, gain, words }) => (
            <li key={aim}>
              <Tag tone={gain > 0 ? 'ok' : 'warn'}>{gain > 0 ? 'Better' : 'Worse'}</Tag> {words}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {effect.people.length} {effect.people.length === 1 ? 'person' : 'people'} with other seats
        </summary>
        <ul className={classes.bullets}>
          {effect.people.map(({ person, words }) => (
            <li key={person}>{words}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Breaches({ effect }: { effect: Effect }) {
  return (
    <>
      <p>
        Together with the rest of plan A it breaks these rules. Take over more regions with it, or
        fewer, so that the people named are not needed twice.
      </p>
      <ul className={classes.bullets}>
        {effect.breaches.map(({ rule, title, sentence }, index) => (
          <li key={`${rule} ${String(index)}`}>
            <b>{title}</b>: {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}

function SaveForm({ term, base, edits, usualNote, others }: AdoptEffectProps) {
  const [note, setNote] = useState(usualNote);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => saveEdits(base.id, edits, note),
    onSuccess: async (saved) => {
      announce(`Saved as version ${String(saved.version)}.`);
      await queries.invalidateQueries({ queryKey: ['terms', term, 'plans'] });
      await navigate({
        to: '/terms/$term/compare',
        params: { term },
        search: { plans: [saved.id, ...others].join(',') },
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.save}>
      {save.error !== null && <ProblemSummary error={save.error} />}
      <TextInput
        label="Note for your colleagues (optional)"
        value={note}
        maxLength={2000}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={save.isPending}>
        Save as version {base.version + 1}
      </Button>
    </form>
  );
}
