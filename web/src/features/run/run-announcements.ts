import type { Run } from '../../api/runs';

/** Sentences for a screen reader: what is new in a run since it was last seen; none where nothing is. */
export function newsOf(before: Run | undefined, now: Run): string[] {
  const settledBefore = new Set(
    before?.aims.filter(({ phase }) => phase === 'SETTLED').map(({ aim }) => aim),
  );
  const isOver = now.finishedAt !== null;
  const settled = now.aims.filter(
    ({ aim, phase }) => phase === 'SETTLED' && !settledBefore.has(aim),
  );
  if (before === undefined) return [isOver ? endOf(now) : startOf(now)];
  const news = now.state === 'SOLVING' && before.state === 'QUEUED' ? [startOf(now)] : [];
  for (const { name, words } of settled) news.push(`${name} settled: ${words}.`);
  if (isOver && before.finishedAt === null) news.push(endOf(now));
  return news;
}

function startOf({ state, policy }: Run): string {
  return state === 'QUEUED'
    ? 'The run waits to start.'
    : `The run has started, under the policy ${policy}.`;
}

function endOf({ state, outcome, failure }: Run): string {
  switch (state) {
    case 'SOLVED':
      return `The run has ended. ${outcome?.words ?? ''}`.trim();
    case 'INFEASIBLE':
      return 'The run has ended without a plan: not all that is pinned can hold together.';
    case 'FAILED':
      return `The run has failed. ${failure ?? ''}`.trim();
    default:
      return 'The run was discarded. There is no plan.';
  }
}

/** Two messages are at least so far apart, milliseconds. */
export const QUIET_MS = 10_000;

/**
 * Says things one after another with quiet in between; what comes meanwhile waits and is said as one message.
 *
 * @param say tells the screen reader
 * @param now milliseconds
 * @param later calls back after so many milliseconds, and gives what calls it off
 */
export class PacedSpeech {
  #waiting: string[] = [];
  #lastAt = -QUIET_MS;
  #callOff: (() => void) | undefined;

  constructor(
    private readonly say: (text: string) => void,
    private readonly now: () => number = () => performance.now(),
    private readonly later: (call: () => void, ms: number) => () => void = laterByTimer,
  ) {}

  tell(sentences: readonly string[]): void {
    if (sentences.length === 0) return;
    this.#waiting.push(...sentences);
    if (this.#callOff !== undefined) return;
    const quietFor = this.now() - this.#lastAt;
    if (quietFor >= QUIET_MS) this.#speak();
    else this.#callOff = this.later(() => this.#speak(), QUIET_MS - quietFor);
  }

  /** Says nothing more. */
  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#waiting = [];
  }

  #speak(): void {
    this.#callOff = undefined;
    this.#lastAt = this.now();
    this.say(this.#waiting.join(' '));
    this.#waiting = [];
  }
}

function laterByTimer(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
