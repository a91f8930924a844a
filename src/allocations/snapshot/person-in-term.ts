import { type Span, overlaps } from '../../reviewers/dated.js';
import { type Settings } from '../../settings/settings.js';
import { type PersonRecord } from './load-people.js';
import { stricterRest } from './problem-leads.js';
import { type OwnLimit, type PersonInput } from './snapshot-input.js';

/**
 * Dated facts of a person as a whole term sees them: what changes within the part of it that is left
 * counts as the less it allows, so that no seat is given that the change forbids.
 */

/** Their employments; a serving leader counts as one only in the phases that the setting names, null: any. */
export function employmentsOf(
  { employments }: Pick<PersonRecord, 'employments'>,
  { servingLeader: { phases } }: Pick<Settings, 'servingLeader'>,
): PersonRecord['employments'] {
  return employments.map((each) => ({
    ...each,
    servingLeader:
      each.servingLeader &&
      (phases === null || (each.schoolPhase !== null && phases.includes(each.schoolPhase))),
  }));
}

const fromBest = ['PREFERRED', 'WILLING', 'RELUCTANT', 'NO'] as const;

/** The grade of each region that they graded: the worst that holds on some day of the period. */
export function regionsOver(
  { regions }: Pick<PersonRecord, 'regions'>,
  period: Span,
): PersonInput['regions'] {
  const worst: PersonInput['regions'] = {};
  for (const { region, grade } of regions.filter((each) => overlaps(each, period))) {
    const known = worst[region];
    if (known === undefined || fromBest.indexOf(grade) > fromBest.indexOf(known)) {
      worst[region] = grade;
    }
  }
  return worst;
}

/** Their own limits, the lowest of each that holds on some day of the period; null: none. */
export function ownLimitOver(
  { limits }: Pick<PersonRecord, 'limits'>,
  period: Span,
): OwnLimit | null {
  const own = limits.filter((each) => overlaps(each, period));
  if (own.length === 0) return null;
  const rests = own.flatMap(({ restReviews, restWeeks }) =>
    restReviews === null || restWeeks === null ? [] : [{ reviews: restReviews, weeks: restWeeks }],
  );
  return {
    term: lowest(own.map(({ term }) => term)),
    rest: rests.length === 0 ? null : rests.reduce(stricterRest),
    maxKm: lowest(own.map(({ maxKm }) => maxKm)),
  };
}

function lowest(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 ? null : Math.min(...known);
}
