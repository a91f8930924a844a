import { addDays, type CivilDate } from '../calendar/civil-date.js';
import { holdsOn, type Span } from '../reviewers/dated.js';
import { type Settings } from '../settings/settings.js';

export interface MinimumFacts {
  /** The person's contracts of the year. */
  contracts: readonly Span[];
  /** Where they work over time, and whether as a serving leader. */
  employments: readonly (Span & { servingLeader: boolean })[];
  /** An agreed exception: it replaces what is worked out. */
  override: { minimum: number; reason: string } | null;
}

export interface Minimum {
  /** Reviews to lead in the year. */
  reviews: number;
  /** What it would be without an agreed exception. */
  workedOut: number;
  /** School weeks of the year that lie inside the contract, and all of them. */
  weeksInContract: number;
  weeksOfYear: number;
  /** How it came about, for people. */
  reason: string;
}

/**
 * The minimum commitment of a year: docs/domain.md, "Contract".
 *
 * Part-year contracts are pro-rata: minimum × school weeks inside the contract ÷ school weeks of the
 * year, half up. A week lies inside when the contract covers its Wednesday, the day that every review
 * window holds. Somebody who becomes or stops being a serving leader in the year owes for each week
 * the part that goes with it: three in six of the weeks and six in the others make the sum of both
 * parts, rounded once. Weeks in which no employer is known count as those of a contracted Lead Reviewer.
 *
 * @param weeks the Mondays of the year's school weeks
 */
export function minimumFor(
  facts: MinimumFacts,
  weeks: readonly CivilDate[],
  minimum: Settings['minimum'],
): Minimum {
  const inside = weeks
    .filter((week) => isInContract(facts.contracts, week))
    .map((week) => addDays(week, 2));
  const asServingLeader = inside.filter((wednesday) =>
    servesOn(facts.employments, wednesday),
  ).length;
  const asLead = inside.length - asServingLeader;
  const workedOut = halfUp(
    minimum.lead * asLead + minimum.servingLeader * asServingLeader,
    weeks.length,
  );
  return {
    reviews: facts.override?.minimum ?? workedOut,
    workedOut,
    weeksInContract: inside.length,
    weeksOfYear: weeks.length,
    reason: facts.override
      ? `Agreed exception: ${facts.override.reason}`
      : inWords(asLead, asServingLeader, weeks.length),
  };
}

/** Whether a school week counts as contracted: its Wednesday does. @param week its Monday */
export function isInContract(contracts: readonly Span[], week: CivilDate): boolean {
  return contracts.some((span) => holdsOn(span, addDays(week, 2)));
}

function servesOn(employments: MinimumFacts['employments'], date: CivilDate): boolean {
  return employments.some((each) => each.servingLeader && holdsOn(each, date));
}

/** sum ÷ parts, half up, in whole numbers; 0 when there are no parts. */
function halfUp(sum: number, parts: number): number {
  return parts === 0 ? 0 : Math.floor((2 * sum + parts) / (2 * parts));
}

function inWords(asLead: number, asServingLeader: number, ofYear: number): string {
  const inContract = asLead + asServingLeader;
  if (inContract === 0) return 'No contract in this year';
  const who =
    asServingLeader === 0
      ? 'Lead Reviewer'
      : asLead === 0
        ? 'Serving leader'
        : `Serving leader in ${asServingLeader} of ${inContract} weeks`;
  return inContract === ofYear
    ? `${who}, whole year`
    : `${who}, contract covers ${inContract} of ${ofYear} school weeks`;
}
