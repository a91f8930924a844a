import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import {
  compareFile,
  type Import,
  type ImportFile,
  importFileQuery,
  importQuery,
  importSheetQuery,
  type KindName,
  type SheetChoice,
} from '../../api/imports';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { Go } from '../../parts/go';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { ProblemSummary } from '../../parts/problem-summary';
import { said } from '../../parts/search-params';
import { Comparing } from './comparing';
import { type ChosenKinds, counted, readKinds, writeKinds } from './import-words';
import classes from './file-check.module.css';
import { SheetCard } from './sheet-card';

const route = getRouteApi('/imports');

/** A file that was sent: what each sheet and column is taken for, to be corrected before it is compared. */
export function FileCheck({ file }: { file: string }) {
  return (
    <Page
      title="Check the columns"
      lead="This is how we understand the file. Correct what is wrong, then look at what it would change. Nothing is saved yet."
      back={{ label: 'Imports', link: { to: '/imports', search: {} } }}
    >
      <Loaded query={importFileQuery(file)} what="the file">
        {(found) => <Sheets file={found} />}
      </Loaded>
    </Page>
  );
}

/** By sheet number: their headings and ours, where they were corrected. */
type Corrections = Readonly<Record<number, Readonly<Record<string, string>>>>;

function Sheets({ file }: { file: ImportFile }) {
  const { kinds: kindsText } = route.useSearch();
  const kinds = readKinds(kindsText);
  const [corrections, setCorrections] = useState<Corrections>({});
  const navigate = useNavigate();
  const queries = useQueryClient();
  const comparing = useMutation({
    mutationFn: () => choicesOf(queries, file, kinds, corrections).then(compare),
    onSuccess: (found) => {
      queries.setQueryData(importQuery(found.id).queryKey, found);
      announce(wordsOfComparison(found));
      void navigate({ to: '/imports/$import', params: { import: found.id } });
    },
    onError: (error) => alert(`It could not be compared. ${wordsOfError(error)}`),
  });
  const compare = (sheets: SheetChoice[]) => compareFile({ file: file.id, sheets });
  const { data: now } = useQuery(importFileQuery(file.id, comparing.isPending));
  const isElsewhere = !comparing.isPending && now !== undefined && now.progress !== null;
  useShownOnceCompared(isElsewhere, now);
  if (comparing.isPending || isElsewhere) {
    return <Comparing fileName={file.fileName} progress={now?.progress ?? null} />;
  }
  const choose = (number: number, kind: KindName | null) => {
    const search = said({ file: file.id, kinds: writeKinds(new Map(kinds).set(number, kind)) });
    setCorrections((before) => ({ ...before, [number]: {} }));
    void navigate({ to: '/imports', search, replace: true, resetScroll: false });
  };
  return (
    <form
      className={classes.sheets}
      onSubmit={(event) => {
        event.preventDefault();
        comparing.mutate();
      }}
    >
      {comparing.error !== null && <ProblemSummary error={comparing.error} />}
      <p className={classes.file}>
        {file.sheets.length > 1 && (
          <>
            <b>{file.fileName}</b>, {counted(file.sheets.length, 'sheet')}.{' '}
          </>
        )}
        Sent by {file.recordedBy} on {instantInWords(file.recordedAt)}.
      </p>
      {file.sheets.map((sheet, number) => (
        <SheetCard
          key={`${sheet} ${String(number)}`}
          file={file.id}
          number={number}
          sheet={sheet}
          chosen={kinds.get(number)}
          corrections={corrections[number] ?? {}}
          onKind={(kind) => choose(number, kind)}
          onColumn={(theirs, ours) =>
            setCorrections((before) => ({
              ...before,
              [number]: { ...before[number], [theirs]: ours },
            }))
          }
        />
      ))}
      <div className={classes.bar}>
        <p>Nothing is saved yet. Next you see each change.</p>
        <Go target={{ to: '/imports', params: {} }} look="button">
          Send another file
        </Go>
        <Button type="submit" variant="filled">
          Show what it would change
        </Button>
      </div>
    </form>
  );
}

/** What was begun in another window, or before this page was loaded anew, is shown once it is done. */
function useShownOnceCompared(isElsewhere: boolean, now: ImportFile | undefined): void {
  const [waited, setWaited] = useState(false);
  const navigate = useNavigate();
  if (isElsewhere && !waited) setWaited(true);
  const done = waited && !isElsewhere ? now?.importId : undefined;
  useEffect(() => {
    if (done === undefined || done === null) return;
    void navigate({ to: '/imports/$import', params: { import: done } });
  }, [done, navigate]);
}

/** What is chosen for each sheet; one that is not recognised is as the person left it. */
async function choicesOf(
  queries: ReturnType<typeof useQueryClient>,
  file: ImportFile,
  kinds: ChosenKinds,
  corrections: Corrections,
): Promise<SheetChoice[]> {
  const choices = file.sheets.map(async (sheet, number): Promise<SheetChoice | undefined> => {
    const chosen = kinds.get(number);
    if (chosen === null) return { sheet, kind: null, mapping: {} };
    const seen = await queries.ensureQueryData(importSheetQuery(file.id, number, chosen));
    if (seen.isEmpty || seen.isGias) return undefined;
    if (seen.kind === null)
      return seen.isForReading ? { sheet, kind: null, mapping: {} } : undefined;
    return { sheet, kind: seen.kind, mapping: { ...corrections[number] } };
  });
  return (await Promise.all(choices)).filter((choice) => choice !== undefined);
}

function wordsOfComparison({ inWords, totals }: Import): string {
  const refused =
    totals.refused === 0 ? '' : ` ${counted(totals.refused, 'row')} to mend, left out.`;
  return `Compared. ${inWords}.${refused} Nothing is saved yet.`;
}
