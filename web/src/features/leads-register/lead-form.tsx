import { Button, Checkbox, Drawer, Group, NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  addLeadReviewer,
  editLeadReviewer,
  leadReviewer,
  type LeadReviewer,
} from '../../api/lead-reviewers';
import { ProblemError } from '../../api/problem-error';
import { type RegisterChoices, registerChoicesQuery } from '../../api/registers';
import { announce } from '../../parts/announcer';
import { Loaded } from '../../parts/loaded';
import { wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import type { UndoOffer } from '../../parts/undo';
import {
  draftOf,
  editOf,
  entryOf,
  fieldsOfLead,
  isElsewhere,
  type LeadDraft,
  leadLabels,
  missingOf,
  newDraft,
  saidDifferences,
} from './lead-draft';
import classes from './lead-form.module.css';
import { MoveFields } from './move-fields';

export interface LeadFormProps {
  /** Whose entry is corrected; undefined: somebody new. */
  readonly code: string | undefined;
  readonly reload: () => Promise<unknown>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** Puts somebody on the register, or corrects what it says of them. */
export function LeadForm({ code, ...rest }: LeadFormProps) {
  const query = {
    queryKey: ['lead-reviewers', code ?? ''],
    queryFn: () => leadReviewer(code ?? ''),
    staleTime: 0,
    gcTime: 0,
  };
  return (
    <Drawer
      opened
      onClose={rest.onClose}
      position="right"
      size="lg"
      title={code === undefined ? 'Add a Lead Reviewer' : 'Correct an entry'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Loaded query={registerChoicesQuery} what="the form">
        {(choices) =>
          code === undefined ? (
            <Form {...rest} base={undefined} choices={choices} />
          ) : (
            <Loaded query={query} what="the entry">
              {(base) => <Form {...rest} key={base.code} base={base} choices={choices} />}
            </Loaded>
          )
        }
      </Loaded>
    </Drawer>
  );
}

interface FormProps extends Omit<LeadFormProps, 'code'> {
  readonly base: LeadReviewer | undefined;
  readonly choices: RegisterChoices;
}

function Form({ base: given, choices, reload, onDone, onClose }: FormProps) {
  const [base, setBase] = useState(given);
  const [draft, setDraft] = useState<LeadDraft>(() => (given ? draftOf(given) : newDraft));
  const [missing, setMissing] = useState<unknown>(null);
  const [meanwhile, setMeanwhile] = useState<readonly string[]>();
  const save = useMutation({
    mutationFn: () =>
      base === undefined
        ? addLeadReviewer(entryOf(draft))
        : editLeadReviewer(base.code, base.version, editOf(base, draft)),
    onSuccess: async (saved) => {
      await reload();
      const words = base === undefined ? `${saved.name} was added.` : `${saved.name} was saved.`;
      announce(words);
      onDone(
        base === undefined
          ? { words }
          : {
              words,
              undo: () =>
                editLeadReviewer(saved.code, saved.version, editOf(saved, draftOf(base))).then(
                  reload,
                ),
            },
      );
      onClose();
    },
    onError: async (error) => {
      if (base === undefined || !(error instanceof ProblemError)) return;
      if (error.code !== 'CHANGED_SINCE') return;
      const theirs = await leadReviewer(base.code);
      setMeanwhile(saidDifferences(base, theirs));
      // What only they changed is taken over; what is typed here stays.
      setDraft({ ...draftOf(theirs), ...changedParts(base, draft) });
      setBase(theirs);
    },
  });
  const error = missing ?? (meanwhile === undefined ? save.error : null);
  const text = (field: 'code' | 'name' | 'email' | 'postcodeDistrict') => ({
    id: `lead-${field}`,
    label: leadLabels[field],
    value: draft[field],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      setDraft((before) => ({ ...before, [field]: currentTarget.value })),
    error: wordsBeside(error, `#/${field}`),
  });
  const several = (
    field: 'phases' | 'needs',
    options: readonly { code: string; words: string }[],
  ) => (
    <Checkbox.Group
      id={`lead-${field}`}
      tabIndex={-1}
      label={leadLabels[field]}
      error={wordsBeside(error, `#/${field}`)}
      value={[...draft[field]]}
      onChange={(chosen) => setDraft((before) => ({ ...before, [field]: chosen }))}
    >
      <div className={classes.choices}>
        {options.map(({ code, words }) => (
          <Checkbox key={code} value={code} label={words} />
        ))}
      </div>
    </Checkbox.Group>
  );
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const lacking = missingOf(draft, base) ?? null;
        setMissing(lacking);
        setMeanwhile(undefined);
        if (lacking === null) save.mutate();
      }}
    >
      {error !== null && <ProblemSummary error={error} fields={fieldsOfLead} />}
      {meanwhile !== undefined && <Meanwhile changes={meanwhile} />}
      {base === undefined && (
        <TextInput
          {...text('code')}
          description="Stands for the person in files, such as LR-101. It cannot be changed later"
        />
      )}
      <TextInput {...text('name')} data-autofocus />
      <TextInput {...text('email')} type="email" description="May be left empty" />
      <TextInput
        {...text('postcodeDistrict')}
        description="The part of the home’s postcode before the space, such as LS6"
      />
      {base !== undefined && isElsewhere(base, draft) && (
        <MoveFields
          old={base.postcodeDistrict}
          move={draft.move}
          onChange={(move) => setDraft((before) => ({ ...before, move }))}
          words={wordsBeside(error, '#/movedOn')}
        />
      )}
      {several('phases', choices.phases)}
      {several('needs', choices.needs)}
      <NumberInput
        id="lead-reviewsLedBefore"
        label={leadLabels.reviewsLedBefore}
        description="They count towards being experienced"
        value={draft.reviewsLedBefore}
        onChange={(value) => setDraft((before) => ({ ...before, reviewsLedBefore: String(value) }))}
        error={wordsBeside(error, '#/reviewsLedBefore')}
      />
      {base === undefined && (
        <p className={classes.quiet}>
          Standing, checks, contract and availability are entered on the person’s own page.
        </p>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {base === undefined ? 'Add' : 'Save'}
        </Button>
      </Group>
    </form>
  );
}

function changedParts(base: LeadReviewer, draft: LeadDraft): Partial<LeadDraft> {
  const before = draftOf(base);
  const parts = Object.entries(draft).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof LeadDraft]),
  );
  return Object.fromEntries(parts);
}

function Meanwhile({ changes }: { changes: readonly string[] }) {
  return (
    <div className={classes.meanwhile} role="alert" data-state="changed-meanwhile">
      <h3>Somebody else saved this entry while you worked</h3>
      <p>Your changes are kept here and not saved yet. What they changed:</p>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p>Look through the form, then save again.</p>
    </div>
  );
}
