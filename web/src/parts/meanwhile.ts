import { ProblemError } from '../api/problem-error';

/** A change that somebody else saved while this one was worked on. */
export interface Meanwhile {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What the server tells when it refuses to overwrite. */
export interface ChangedSince {
  /** To be sent to put one’s own change on top of theirs on purpose. */
  readonly version: number;
  /** The newest first; none where the trail does not tell. */
  readonly meanwhile: readonly Meanwhile[];
}

/** Null: something else was refused, or nothing. */
export function changedSinceIn(error: unknown): ChangedSince | null {
  if (!(error instanceof ProblemError) || error.code !== 'CHANGED_SINCE') return null;
  const { version, meanwhile } = (error.problem.details ?? {}) as Partial<ChangedSince>;
  return version === undefined || meanwhile === undefined ? null : { version, meanwhile };
}

/**
 * One’s own change put on what somebody else made of the same thing: each part that was not touched is theirs, each that
 * was is one’s own.
 *
 * @param base what both began from
 */
export function onTopOf(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(base, mine)) return theirs;
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const isLikeThis = [base, mine, theirs].every(
      (list) => list.length === base.length && list.every(isRecord),
    );
    return isLikeThis ? mine.map((each, index) => onTopOf(base[index], each, theirs[index])) : mine;
  }
  if (!isRecord(base) || !isRecord(mine) || !isRecord(theirs)) return mine;
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const isTakenAway = key in base && !(key in mine);
      const value = isTakenAway ? undefined : onTopOf(base[key], mine[key], theirs[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
