import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Run, runEventsAddress, runQuery } from '../../api/runs';
import { hasEnded } from '../../api/run-ended';
import { announce } from '../../parts/announcer';
import { type Connection, followRun } from './follow-run';
import { newsOf, PacedSpeech } from './run-announcements';

/** Keeps the run in the query cache as it goes on, and tells a screen reader of it. */
export function useRunCourse(runId: string): Connection {
  const queries = useQueryClient();
  const { data: run } = useQuery(runQuery(runId));
  const [connection, setConnection] = useState<Connection>('LIVE');
  const isOver = run !== undefined && hasEnded(run);
  const term = run?.termId ?? null;
  const isKnown = run !== undefined;

  useEffect(() => {
    if (!isKnown || isOver) return;
    const query = runQuery(runId);
    return followRun({
      open: () => new EventSource(runEventsAddress(runId)),
      ask: () => queries.fetchQuery({ ...query, staleTime: 0 }),
      onRun: (next) => queries.setQueryData(query.queryKey, next),
      onConnection: setConnection,
    });
  }, [runId, isKnown, isOver, queries]);

  useRunSpeech(run);
  // Plans and runs of the term are others once it has ended.
  useEffect(() => {
    if (term !== null && isOver) void queries.invalidateQueries({ queryKey: ['terms', term] });
  }, [term, isOver, queries]);
  return connection;
}

function useRunSpeech(run: Run | undefined): void {
  const seen = useRef<Run>(undefined);
  const speech = useRef<PacedSpeech>(undefined);
  useEffect(() => {
    const paced = new PacedSpeech(announce);
    speech.current = paced;
    return () => paced.stop();
  }, []);
  useEffect(() => {
    if (run === undefined) return;
    const before = seen.current?.id === run.id ? seen.current : undefined;
    speech.current?.tell(newsOf(before, run));
    seen.current = run;
  }, [run]);
}
