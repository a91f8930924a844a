import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import type { RegisterChoices } from '../../api/registers';
import { editSchool, type School, type SchoolEdit, schoolQuery } from '../../api/schools';
import { announce } from '../../parts/announcer';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import type { UndoOffer } from '../../parts/undo';
import { ChangedMeanwhile } from './changed-meanwhile';
import { FactInputs } from './fact-inputs';
import { draftOf, editOf, missingOf } from './school-draft';
import { differing, factFields, factLabels } from './school-facts';
import classes from './school.module.css';

export interface FactsFormProps {
  readonly school: School;
  readonly choices: RegisterChoices;
  readonly onClose: () => void;
  readonly onDone: (offer: UndoOffer) => void;
}

/** Corrects what the register says of a school. Nothing typed is lost, whatever the server says to it. */
export function FactsForm({ school, choices, onClose, onDone }: FactsFormProps) {
  const [base, setBase] = useState(school);
  const [draft, setDraft] = useState(() => draftOf(school));
  const [missing, setMissing] = useState<ProblemError>();
  const [theirs, setTheirs] = useState<School>();
  const queries = useQueryClient();
  const { urn } = school;
  const keep = async (saved: School) => {
    queries.setQueryData(schoolQuery(urn).queryKey, saved);
    await queries.invalidateQueries({ queryKey: ['registers', 'schools'] });
    await queries.invalidateQueries({ queryKey: ['changes'] });
    // Boards show short names.
    await queries.invalidateQueries({ queryKey: ['plans'] });
  };
  const trusts = new Map(choices.trusts.map(({ code, words }) => [code, words]));
  const save = useMutation({
    mutationFn: (edit: SchoolEdit) => editSchool(urn, base.version, edit),
    onSuccess: async (saved, edit) => {
      await keep(saved);
      const changed = differing(base, saved).map((fact) => factLabels[fact]);
      const before = Object.fromEntries(
        Object.keys(edit).map((fact) => [fact, base[fact as keyof School]]),
      );
      announce(`Saved: ${changed.join(', ')}.`);
      onDone({
        words: `Saved: ${changed.join(', ')}.`,
        undo: async () => keep(await editSchool(urn, saved.version, before)),
      });
      onClose();
    },
    onError: async (error) => {
      if (error instanceof ProblemError && error.code === 'CHANGED_SINCE') {
        setTheirs(await queries.fetchQuery({ ...schoolQuery(urn), staleTime: 0 }));
      }
    },
  });
  const submit = () => {
    const lacking = missingOf(draft);
    setMissing(lacking);
    if (lacking !== undefined) return;
    const edit = editOf(base, draft, trusts);
    if (Object.keys(edit).length === 0) {
      announce('Nothing was changed.');
      onClose();
      return;
    }
    save.mutate(edit);
  };
  const error = missing ?? (theirs === undefined ? save.error : null);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {error !== null && <ProblemSummary error={error} fields={factFields} />}
      {theirs !== undefined && (
        <ChangedMeanwhile
          base={base}
          theirs={theirs}
          mine={editOf(base, draft, trusts)}
          choices={choices}
          onGoOn={(rebased) => {
            setBase(theirs);
            setDraft((before) => rebased(before));
            setTheirs(undefined);
            save.reset();
          }}
        />
      )}
      <FactInputs
        draft={draft}
        onChange={setDraft}
        choices={choices}
        error={error}
        derivedShortName={base.derivedShortName}
      />
      <div className={classes.buttons}>
        <SubmitButton error={save.error} isPending={save.isPending}>
          Save
        </SubmitButton>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
