import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Board, boardQuery, carryQuery } from '../../api/board';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { doneInWords } from './board-words';
import { type Column, columnsOf, type Prices, pricesByPerson } from './columns';
import { changesInWords, editsOf, type History, type Step } from '../../parts/edit-history';
import { movedLocally } from './local-edits';
import { type Edits, useEdits } from './use-edits';

/** A plan with its unsaved edits, and the ways to change it. Every change is told to a screen reader once the server has said what it means. */
export interface BoardState {
  readonly plan: string;
  readonly edits: Edits;
  /** As it is shown: undefined until it is there. */
  readonly board: Board | undefined;
  readonly error: Error | null;
  readonly isChecking: boolean;
  readonly retry: () => void;
  /** @param what told first, such as "Moved to Kwame Boateng." */
  readonly change: (step: Step, what: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Asks again whether the plan keeps the rules. */
  readonly recheck: () => void;
}

export function useBoard(plan: string): BoardState {
  const client = useQueryClient();
  const edits = useEdits(plan);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(
    boardQuery(plan, edits.edits),
  );
  const board = useMemo(
    () => (data && isPlaceholderData ? movedLocally(data, edits.edits) : data),
    [data, isPlaceholderData, edits.edits],
  );
  const tell = useCallback(
    (history: History, sentence: (board: Board) => string) => {
      client.fetchQuery({ ...boardQuery(plan, editsOf(history)), staleTime: 1000 }).then(
        (known) => announce(sentence(known)),
        (failure: unknown) => alert(wordsOfError(failure)),
      );
    },
    [client, plan],
  );
  const change = useCallback(
    (step: Step, what: string) => {
      const history = edits.add(step);
      tell(history, (known) => doneInWords(what, known, history));
    },
    [edits, tell],
  );
  const undo = useCallback(() => {
    const last = edits.history.done.at(-1);
    if (last === undefined) return announce('Nothing to undo.');
    const history = edits.undo();
    tell(
      history,
      ({ plan: { version } }) => `Undone: ${last.words}. ${changesInWords(history, version)}.`,
    );
  }, [edits, tell]);
  const redo = useCallback(() => {
    const [next] = edits.history.undone;
    if (next === undefined) return announce('Nothing to redo.');
    const history = edits.redo();
    tell(
      history,
      ({ plan: { version } }) => `Done again: ${next.words}. ${changesInWords(history, version)}.`,
    );
  }, [edits, tell]);
  const recheck = useCallback(() => {
    void refetch().then(({ data: known }) => {
      if (known) announce(`Checked again. ${known.standing} ${known.words}`);
    });
  }, [refetch]);
  return {
    plan,
    edits,
    board,
    error,
    isChecking: isFetching,
    retry: () => void refetch(),
    change,
    undo,
    redo,
    recheck,
  };
}

/** Prices of one review everywhere, while it is carried or chosen. */
export interface Pricing {
  readonly carry:
    Awaited<ReturnType<NonNullable<ReturnType<typeof carryQuery>['queryFn']>>> | undefined;
  readonly prices: ReadonlyMap<string, Prices> | undefined;
}

export function usePricing(
  { plan, edits }: BoardState,
  columns: readonly Column[],
  review: string | null,
): Pricing {
  const { data } = useQuery({
    ...carryQuery(plan, review ?? '', edits.edits),
    enabled: review !== null,
  });
  const carry = review === null ? undefined : data;
  const prices = useMemo(
    () => (carry ? pricesByPerson(carry, columns) : undefined),
    [carry, columns],
  );
  return { carry, prices };
}

/** The windows of a board, the same as long as the weeks are. */
export function useColumns(board: Board | undefined): readonly Column[] {
  const weeks = board?.weeks;
  return useMemo(() => (weeks ? columnsOf(weeks) : []), [weeks]);
}

/** Something that can be folded away, one by one. */
export function useFolds(): readonly [ReadonlySet<string>, (what: string) => void] {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((what: string) => {
    setFolded((known) => {
      const next = new Set(known);
      if (!next.delete(what)) next.add(what);
      return next;
    });
  }, []);
  return [folded, toggle];
}
