import { minuteInWords } from '../../calendar/words.js';
import { type StoredPlan } from '../plans/plan.entity.js';
import { type PlanHeadView } from './plan-review.schema.js';

/**
 * Which plan a page is about, and whether somebody saved a later version.
 *
 * @param line all versions, from the first to the newest
 */
export function planHead(stored: StoredPlan, line: readonly StoredPlan[]): PlanHeadView {
  const newest = line.at(-1) ?? stored;
  return {
    id: stored.id,
    version: stored.version,
    termId: stored.termId,
    words: versionInWords(stored),
    newest:
      newest.id === stored.id
        ? null
        : { id: newest.id, version: newest.version, words: versionInWords(newest) },
  };
}

/** "Version 3, saved by Ruth Ellison on 21 December 2026, 10:42" */
export function versionInWords({ version, author, runId, createdAt }: StoredPlan): string {
  const when = minuteInWords(createdAt);
  return runId === null
    ? `Version ${version}, saved by ${author} on ${when}`
    : `Version ${version}, from the run of ${when}`;
}
