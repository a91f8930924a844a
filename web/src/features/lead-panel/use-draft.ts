import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import {
  type AvailabilityCalendar,
  type AvailabilityDraft,
  draftQuery,
} from '../../api/lead-availability';
import { type Draft, draftFrom, emptyDraft, isBegun, requestOf } from './draft';

export interface DraftState {
  readonly draft: Draft;
  readonly isBegun: boolean;
  /** What it would come to; undefined: it is not begun, or its first answer is on its way. */
  readonly view: AvailabilityDraft | undefined;
  /** Whether the view is that of the draft as it is now. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly change: (how: (before: Draft) => Draft) => void;
  readonly clear: () => void;
}

/** Typing is not asked about letter by letter. */
const PAUSE_MS = 350;

/** An answer that is being written, kept in this tab so that nothing is lost, and what it would come to. */
export function useDraft(term: string, lead: string, calendar: AvailabilityCalendar): DraftState {
  const key = `qar.answer ${term} ${lead}`;
  const standing = calendar.answer?.id ?? null;
  const [draft, setDraft] = useState(() => draftFrom(sessionStorage.getItem(key)));
  const begun = isBegun(draft);
  useEffect(() => {
    if (begun) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  }, [begun, draft, key]);
  const [said] = useDebouncedValue(draft.said, PAUSE_MS);
  const request = requestOf({ ...draft, said });
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...draftQuery(term, lead, request, standing),
    enabled: begun,
  });
  const change = useCallback(
    (how: (before: Draft) => Draft) =>
      setDraft((before) => {
        const after = how(before);
        const follows = before.follows === undefined ? standing : before.follows;
        return { ...after, follows: isBegun(after) ? (after.follows ?? follows) : undefined };
      }),
    [standing],
  );
  return {
    draft,
    isBegun: begun,
    view: begun ? data : undefined,
    isCurrent:
      begun && data !== undefined && !isPlaceholderData && !isFetching && said === draft.said,
    error: begun ? error : null,
    retry: () => void refetch(),
    change,
    clear: useCallback(() => setDraft(emptyDraft), []),
  };
}
