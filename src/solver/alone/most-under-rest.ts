/** A school week as one person looks at it: open to them, taken by a seat that they hold, or out of the question. */
export type WeekRoom = 'FREE' | 'TAKEN' | 'CLOSED';

/** At most `reviews` in any run of `weeks` neighbouring weeks. */
export interface RestRule {
  reviews: number;
  weeks: number;
}

/**
 * How many free weeks somebody could take besides those taken already, one review a week, so that every run of
 * weeks that holds one of the new ones keeps the rest rule. What is taken may break the rule by itself; it only
 * leaves no room then.
 *
 * @param weeks neighbouring weeks, in order
 */
export function mostUnderRest(weeks: readonly WeekRoom[], rest: RestRule): number {
  const run = Math.min(rest.weeks, weeks.length);
  // What was newly taken in the weeks before, the latest last, with the most taken so far in that way.
  let states = new Map<string, number>([['', 0]]);
  weeks.forEach((room, at) => {
    const taken = weeks
      .slice(Math.max(0, at + 1 - run), at + 1)
      .filter((each) => each === 'TAKEN').length;
    const next = new Map<string, number>();
    for (const [recent, most] of states) {
      for (const choice of room === 'FREE' ? ['1', '0'] : ['0']) {
        const inRun = `${recent}${choice}`;
        const added = countOnes(inRun);
        if (added > 0 && added + taken > rest.reviews) continue;
        const key = inRun.slice(-Math.max(0, run - 1) || inRun.length);
        const total = most + (choice === '1' ? 1 : 0);
        if (total > (next.get(key) ?? -1)) next.set(key, total);
      }
    }
    states = next;
  });
  return Math.max(...states.values());
}

function countOnes(text: string): number {
  return text.split('1').length - 1;
}
