import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Closure, closuresQuery, declareClosure, withdrawClosure } from '../../api/schools';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { type Fault, problemOf, wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { fullDate } from '../../parts/short-dates';
import type { UndoOffer } from '../../parts/undo';
import classes from './school.module.css';

const fields = {
  '#/from': { id: 'closure-from', label: 'First day' },
  '#/to': { id: 'closure-to', label: 'Last day' },
  '#/reason': { id: 'closure-reason', label: 'Reason' },
};

export interface ClosuresCardProps {
  readonly urn: string;
  readonly onDone: (offer: UndoOffer) => void;
}

/** Days on which the school declared itself closed: no review can lie on them. */
export function ClosuresCard({ urn, onDone }: ClosuresCardProps) {
  const [isAdding, setIsAdding] = useState(false);
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['schools', urn] });
    await queries.invalidateQueries({ queryKey: ['registers'] });
    await queries.invalidateQueries({ queryKey: ['changes'] });
  };
  const remove = useMutation({
    mutationFn: ({ closure, version }: { closure: Closure; version: number }) =>
      withdrawClosure(urn, version, closure.from),
    onSuccess: async (_, { closure }) => {
      await reload();
      const words = `The closure of ${periodSaid(closure)} was taken away.`;
      announce(words);
      onDone({ words, undo: () => declareClosure(urn, closure).then(reload) });
    },
    onError: (error) => alert(wordsOfError(error)),
  });
  return (
    <Card title="Closures">
      <Loaded query={closuresQuery(urn)} what="the closures">
        {({ version, items }) => (
          <>
            {items.length === 0 && <p>No days are declared as closed.</p>}
            <ul className={classes.lines}>
              {items.map((closure) => (
                <li key={closure.from}>
                  <span>
                    {periodSaid(closure)}
                    <br />
                    <span className={classes.quiet}>{closure.reason}</span>
                  </span>
                  <Button
                    size="compact-md"
                    onClick={() => remove.mutate({ closure, version })}
                    loading={remove.isPending && remove.variables.closure.from === closure.from}
                    aria-label={`Take away the closure of ${periodSaid(closure)}`}
                  >
                    Take away
                  </Button>
                </li>
              ))}
            </ul>
            {remove.error !== null && (
              <ProblemSummary
                error={remove.error}
                ways={{
                  mine: (onTop) => {
                    if (remove.variables !== undefined) {
                      remove.mutate({ ...remove.variables, version: onTop });
                    }
                  },
                  theirs: () => void reload().then(() => remove.reset()),
                  isPending: remove.isPending,
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {isAdding ? (
        <ClosureForm
          urn={urn}
          onClose={() => setIsAdding(false)}
          onAdded={async (closure) => {
            await reload();
            const words = `The closure of ${periodSaid(closure)} was declared.`;
            announce(words);
            const { version } = await queries.fetchQuery(closuresQuery(urn));
            onDone({ words, undo: () => withdrawClosure(urn, version, closure.from).then(reload) });
          }}
        />
      ) : (
        <div className={classes.add}>
          <Button onClick={() => setIsAdding(true)}>Declare a closure</Button>
        </div>
      )}
    </Card>
  );
}

function periodSaid({ from, to }: Closure): string {
  return from === to ? fullDate(from) : `${fullDate(from)} to ${fullDate(to)}`;
}

interface ClosureFormProps {
  readonly urn: string;
  readonly onClose: () => void;
  readonly onAdded: (closure: Closure) => Promise<void>;
}

const NOTHING_TYPED = { from: '', to: '', reason: '' };

function ClosureForm({ urn, onClose, onAdded }: ClosureFormProps) {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [missing, setMissing] = useState<unknown>(null);
  const save = useMutation({
    mutationFn: (closure: Closure) => declareClosure(urn, closure),
    onSuccess: async (_, closure) => {
      await onAdded(closure);
      onClose();
    },
  });
  const submit = () => {
    const closure = { ...typed, to: typed.to === '' ? typed.from : typed.to };
    const faults: Fault[] = [
      ...(typed.from === ''
        ? [{ pointer: '#/from', field: 'from', message: 'Enter the first day.' }]
        : []),
      ...(typed.reason.trim() === ''
        ? [{ pointer: '#/reason', field: 'reason', message: 'Say why the school is closed.' }]
        : []),
    ];
    setMissing(faults.length === 0 ? null : problemOf(faults));
    if (faults.length === 0) save.mutate(closure);
  };
  const error = missing ?? save.error;
  const input = (field: keyof typeof typed) => ({
    id: `closure-${field}`,
    value: typed[field],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      setTyped((before) => ({ ...before, [field]: currentTarget.value })),
    error: wordsBeside(error, `#/${field}`),
  });
  return (
    <form
      className={`${classes.form ?? ''} ${classes.add ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>Declare a closure</h3>
      {error !== null && <ProblemSummary error={error} fields={fields} />}
      <div className={classes.pair}>
        <TextInput {...input('from')} type="date" label="First day" />
        <TextInput
          {...input('to')}
          type="date"
          label="Last day"
          description="Leave empty for one day"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <TextInput {...input('reason')} label="Reason" />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={save.isPending}>
          Declare the closure
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
