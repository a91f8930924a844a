import type { Lead } from '../problem.js';
import type { Block } from './supply.js';

/**
 * Runs of weeks that do not overlap, in each of which a person may lead at most so many reviews. Resting is asked in every
 * run, but a flow can only keep apart those that do not overlap: of all ways to choose some, one that leaves the person
 * the fewest seats in all. A run shorter than `restWeeks` lies within one of that length, so it may hold no more.
 *
 * @param usable the weeks in which they could lead something, ascending
 * @param occupied weeks in which they certainly have another seat
 */
export function restBlocks(
  { limits: { restReviews, restWeeks } }: Lead,
  weekCount: number,
  usable: readonly number[],
  occupied: readonly number[],
): Block[] {
  const countOf = (weeks: readonly number[]): number[] => {
    const upTo = [0];
    for (let week = 0; week < weekCount; week++) {
      upTo.push((upTo[week] as number) + (weeks.includes(week) ? 1 : 0));
    }
    return upTo;
  };
  const [usableBefore, occupiedBefore] = [countOf(usable), countOf(occupied)];
  const within = (before: readonly number[], from: number, to: number): number =>
    (before[to] as number) - (before[from] as number);
  /** The best choice among blocks that end by each week: seats that it spares. */
  const best: { spared: number; blocks: Block[] }[] = [{ spared: 0, blocks: [] }];
  for (let to = 1; to <= weekCount; to++) {
    let choice = best[to - 1] as (typeof best)[number];
    for (let from = Math.max(0, to - restWeeks); from < to; from++) {
      const most = Math.max(0, restReviews - within(occupiedBefore, from, to));
      const before = best[from] as (typeof best)[number];
      const spared = before.spared + within(usableBefore, from, to) - most;
      if (spared <= choice.spared) continue;
      choice = { spared, blocks: [...before.blocks, { from, to, most }] };
    }
    best.push(choice);
  }
  return (best[weekCount] as (typeof best)[number]).blocks;
}
