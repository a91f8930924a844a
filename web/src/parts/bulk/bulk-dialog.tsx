import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { announce } from '../announcer';
import type { ProblemFields } from '../problem-fields';
import { ProblemSummary } from '../problem-summary';
import type { UndoOffer } from '../undo';
import { BulkPreview } from './bulk-preview';
import classes from './bulk.module.css';
import { ofOneChange } from './one-change';

/** What a change to many would do to one of them, or why it is refused. */
export interface BulkLine {
  readonly key: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly refusal: string | null;
  /** Where somebody else was first: from what to go on to put the change on top of theirs; null: nobody was. */
  readonly onTop: number | null;
}

/** From what to change those whose change is to go on top of what somebody else saved meanwhile, by key. */
export type OnTop = ReadonlyMap<string, number>;

/** Why one of many is refused, as a line tells it. */
export function refusedLine(
  refusal: { readonly message: string; readonly version: number | null } | null,
): Pick<BulkLine, 'refusal' | 'onTop'> {
  return { refusal: refusal?.message ?? null, onTop: refusal?.version ?? null };
}

export interface BulkResult {
  readonly lines: readonly BulkLine[];
  /** Brings back what was; left out: it cannot be brought back. */
  readonly undo?: () => Promise<unknown>;
  readonly whyNoUndo?: string | null;
}

export interface BulkDialogProps {
  readonly title: string;
  /** "3 reviews" */
  readonly count: (number: number) => string;
  /** Where the parts of a change are filled in. */
  readonly fields: ProblemFields;
  /** The form, which shows what is wrong with its fields. */
  readonly form: (error: unknown) => ReactNode;
  /** What is missing before anything can be asked; undefined: nothing. */
  readonly missing: () => unknown;
  readonly preview: (onTop: OnTop) => Promise<BulkResult>;
  /** Saves for these only, in one transaction. */
  readonly save: (keys: readonly string[], onTop: OnTop) => Promise<BulkResult>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** Changes many at once: say what, see what it would do and who is refused and why, then save it for the others. */
export function BulkDialog(props: BulkDialogProps) {
  const { title, count, fields, form, missing, preview, save, onDone, onClose } = props;
  const [lacking, setLacking] = useState<unknown>(null);
  const [onTop, setOnTop] = useState<OnTop>(new Map());
  const look = useMutation({
    mutationFn: preview,
    onSuccess: ({ lines }) => {
      const refused = lines.filter(({ refusal }) => refusal !== null).length;
      announce(
        `${count(lines.length - refused)} would be changed, ${String(refused)} refused. Nothing is saved yet.`,
      );
    },
  });
  const keep = useMutation({
    mutationFn: (keys: readonly string[]) => save(keys, onTop),
    onSuccess: ({ lines, undo, whyNoUndo }) => {
      const rest = whyNoUndo === undefined || whyNoUndo === null ? '' : ` ${whyNoUndo}`;
      const words = `${count(lines.length)} changed.${rest}`;
      announce(words);
      onDone({ words, ...(undo === undefined ? {} : { undo }) });
      onClose();
    },
  });
  // The same as long as nothing is asked anew: the summary takes the focus whenever it changes.
  const refused = useMemo(() => ofOneChange(look.error), [look.error]);
  const error = lacking ?? refused;
  const accepted = look.data?.lines.filter(({ refusal }) => refusal === null) ?? [];
  const overtaken = look.data?.lines.filter((line) => line.onTop !== null) ?? [];
  const goOnTop = () => {
    const next = new Map([
      ...onTop,
      ...overtaken.map((line) => [line.key, line.onTop ?? 0] as const),
    ]);
    setOnTop(next);
    look.mutate(next);
  };
  const back = () => {
    look.reset();
    keep.reset();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {look.data === undefined ? (
        <form
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const wrong = missing() ?? null;
            setLacking(wrong);
            if (wrong === null) look.mutate(onTop);
          }}
        >
          {error !== null && <ProblemSummary error={error} fields={fields} />}
          {form(error)}
          <Group mt="xs" justify="flex-end">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" loading={look.isPending}>
              See what it would do
            </Button>
          </Group>
        </form>
      ) : (
        <>
          {keep.error !== null && <ProblemSummary error={keep.error} />}
          <BulkPreview result={look.data} count={count} />
          {overtaken.length > 0 && (
            <Button mt="md" onClick={goOnTop} loading={look.isPending}>
              See {count(overtaken.length)} with this change on top of theirs
            </Button>
          )}
          <Group mt="lg" justify="flex-end">
            <Button onClick={back} data-autofocus>
              Back
            </Button>
            {accepted.length > 0 && (
              <Button
                variant="filled"
                loading={keep.isPending}
                onClick={() => keep.mutate(accepted.map(({ key }) => key))}
              >
                Change {count(accepted.length)}
              </Button>
            )}
          </Group>
        </>
      )}
    </Modal>
  );
}
