import { hasEnded } from '../../api/run-ended';
import type { Run } from '../../api/runs';

/** How news of a run comes: as it happens, or by asking every few seconds. */
export type Connection = 'LIVE' | 'ASKING';

/** What is needed of an EventSource. */
export interface EventStream {
  readonly readyState: number;
  addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => void;
  close: () => void;
}

export interface FollowOptions {
  /** Opens the stream. */
  readonly open: () => EventStream;
  /** Asks for the run as it stands. */
  readonly ask: () => Promise<Run>;
  readonly onRun: (run: Run) => void;
  readonly onConnection: (connection: Connection) => void;
  /** Calls back after so many milliseconds, and gives what calls it off. */
  readonly later?: (call: () => void, ms: number) => () => void;
}

/** Between two questions, milliseconds. */
export const ASK_EVERY_MS = 2000;
const CLOSED = 2;

/**
 * Follows a run until it has ended: by its events while they come. A stream that breaks off tries again by itself; meanwhile, and
 * where it cannot be had at all, the run is asked for.
 *
 * @returns what stops it
 */
export function followRun(options: FollowOptions): () => void {
  const { open, ask, onRun, onConnection, later = laterByTimer } = options;
  let revision = -1;
  let isOver = false;
  let callOff: (() => void) | undefined;
  const stream = open();

  const stop = () => {
    isOver = true;
    callOff?.();
    stream.close();
  };
  /** An answer may be older than an event that came first. */
  const take = (run: Run) => {
    if (isOver || run.revision < revision) return;
    revision = run.revision;
    onRun(run);
    if (hasEnded(run)) stop();
  };
  const isBroken = () => callOff !== undefined;
  const askOn = () => {
    callOff = later(() => {
      void ask()
        .then(take, () => undefined) // it is asked again soon
        .finally(() => {
          if (!isOver && isBroken()) askOn();
        });
    }, ASK_EVERY_MS);
  };
  const hear = ({ data }: { data?: unknown }) => {
    if (isBroken() && !isOver) {
      callOff?.();
      callOff = undefined;
      onConnection('LIVE');
    }
    if (typeof data === 'string' && data !== '') take(JSON.parse(data) as Run);
  };
  for (const type of ['run', 'ended', 'heartbeat']) stream.addEventListener(type, hear);
  stream.addEventListener('error', () => {
    if (isOver || isBroken()) return;
    onConnection('ASKING');
    // A closed stream does not come back; an interrupted one does, and is heard again then.
    if (stream.readyState === CLOSED) stream.close();
    askOn();
  });
  return stop;
}

function laterByTimer(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
