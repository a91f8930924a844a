import { type PriceOfDisturbance } from '../../solver/explain/re-plan.js';
import { type AimName, AIMS } from '../../solver/plan.js';
import { counted, listed } from './phrases.js';

/** What is so of a plan that serves an aim as well as any can. */
const AS_GOOD: Readonly<Record<AimName, string>> = {
  coverage: 'as much is covered as can be',
  changes: 'no more that was published changes than has to',
  shadowing: 'as many people get a shadow seat as can',
  commitment: 'no more reviews are short of the term’s targets than have to be',
  balance: 'the load is spread as evenly as it can be',
  fit: 'leads, dates and schools suit each other as well as they can',
  company: 'quality assurers and shadows suit as well as they can',
};

/**
 * Where a price list begins.
 *
 * @param lost how many reviews lose their lead there, where it is told
 */
export function leastInWords(least: number, lost = 0): string {
  const first =
    least === 0
      ? 'There is a plan that disturbs nobody'
      : `Every plan disturbs at least ${counted(least, 'person', 'people')}`;
  if (lost === 0) return `${first}.`;
  const reviews = counted(lost, 'review loses its lead', 'reviews lose their lead');
  return `${first}; in the best of these ${reviews}.`;
}

/** What a price list comes to: how many people buy what, and how it ended. */
export function disturbanceOutcome(found: PriceOfDisturbance): string[] {
  const { least, best, ended } = found;
  if (least === null || best === null) return ['No plan keeps the pins. Drop one and try again.'];
  return [...boughtInWords(found, least), endInWords(ended, best)];
}

/** For each number of people the aims that are then, and were not before, as good as they can be. */
function boughtInWords({ lines, reaches, best }: PriceOfDisturbance, least: number): string[] {
  const first = lines[0];
  const differs = AIMS.filter(
    (aim) => valueIn(first?.aims ?? [], aim) !== valueIn(best?.aims ?? [], aim),
  );
  const counts = [...new Set(reaches.map(({ people }) => people))].filter(
    (people): people is number => people !== null && people > least,
  );
  return counts.flatMap((people) => {
    const reached = reaches.filter((each) => each.people === people && differs.includes(each.aim));
    if (reached.length === 0) return [];
    const aims = listed(reached.map(({ aim }) => AS_GOOD[aim]));
    return [`Disturbing ${counted(people, 'person', 'people')}, ${aims}.`];
  });
}

function valueIn(aims: PriceOfDisturbance['lines'][number]['aims'], of: AimName): number | null {
  return aims.find(({ aim }) => aim === of)?.value ?? null;
}

function endInWords(
  ended: PriceOfDisturbance['ended'],
  { disturbed }: NonNullable<PriceOfDisturbance['best']>,
): string {
  const best = `The best plan of all, as it was found, disturbs ${counted(disturbed.length, 'person', 'people')}; fewer might do.`;
  switch (ended) {
    case 'BEST':
      return 'Nothing more is gained by disturbing more people.';
    case 'LIMIT':
      return `No more people were tried. ${best}`;
    case 'STOPPED':
      return `The search was given up there, so the last line is not proven. ${best}`;
    case 'INFEASIBLE':
      return 'No plan keeps the pins.';
  }
}
