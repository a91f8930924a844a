import { dateInWords } from '../../calendar/words.js';
import { holdsOn } from '../../reviewers/dated.js';
import { factInWords } from '../../reviewers/fact-words.js';
import { milesAtMost } from '../../solver/distance.js';
import { type Lead } from '../../solver/problem.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { counted, listed } from '../summary/phrases.js';
import { type LeadFacts } from './lead-facts.js';
import { type PlanLeadView } from './plan-lead.schema.js';

const STANDINGS = {
  CANDIDATE: 'A candidate',
  OFFERED: 'Offered a place, with references and enhanced DBS check outstanding',
  IN_INDUCTION: 'In induction',
  IN_POOL: 'In the pool',
  PAUSED: 'Paused',
  LEFT: 'Has left the programme',
} as const;

const ROLES = { LEAD: 'lead', QUALITY_ASSURER: 'assure quality', SHADOW: 'shadow' } as const;

const REGIONS = {
  PREFERRED: 'Preferred',
  WILLING: 'Willing',
  RELUCTANT: 'Reluctant',
  NO: 'Does not travel there',
} as const;

/** Who somebody is this year, in sentences. */
export function standingOf(
  { person, inTerm, settings }: LeadFacts,
  { isNew }: Lead,
  today: string,
): Pick<PlanLeadView, 'standing' | 'notes'> {
  if (person === null) return { standing: 'No longer on the register', notes: [] };
  const now = person.standings.find((each) => holdsOn(each, today));
  const employment = person.employments.find((each) => holdsOn(each, today));
  const isServing = inTerm?.servingLeader ?? employment?.servingLeader ?? false;
  return {
    standing:
      now === undefined
        ? 'No standing is recorded today'
        : `${STANDINGS[now.standing]} since ${dateInWords(now.from)}`,
    notes: [
      ...(isServing
        ? [
            `Serving leader${employment ? ` at ${employment.employer}` : ''}: ${counted(settings.minimum.servingLeader, 'review')} a year`,
          ]
        : employment === undefined
          ? ['No employer is known, so no seat can be given']
          : [`Employer: ${employment.employer}`]),
      ...(isNew ? ['New: one of their reviews this term needs a quality assurer'] : []),
    ],
  };
}

/** The seats they may take this term and, for those they may not, why. */
export function seatsInWords({ roles }: Lead, { inTerm }: LeadFacts): string[] {
  const may = (inTerm?.roles ?? roles).map((role) => ROLES[role]);
  const first = may.length === 0 ? 'May take no seat this term' : `May ${listed(may)}`;
  const refused = (inTerm?.refusals ?? []).map(
    ({ role, reasons }) => `May not ${ROLES[role]}: ${reasons.join('; ')}`,
  );
  return [first, ...refused];
}

export function expertiseOf(
  lead: Lead,
  { needs, person }: LeadFacts,
): Pick<PlanLeadView, 'phases' | 'needs'> {
  return {
    phases: (person?.phases ?? lead.phases).map(phaseInWords),
    needs: (person?.needs ?? lead.needs).map((code) => ({ code, name: needs.get(code) ?? code })),
  };
}

/** Every region with how far they want to go there; one that they did not grade, they are willing to. */
export function regionsOf({ regions, person }: LeadFacts, today: string): PlanLeadView['regions'] {
  return regions.map(({ name, isPriority }) => {
    const graded = person?.regions.find((each) => each.region === name && holdsOn(each, today));
    const grade = graded?.grade ?? 'WILLING';
    return {
      region: name,
      isPriority,
      grade,
      gradeInWords: graded === undefined ? 'Willing (not graded)' : REGIONS[grade],
      reason: graded?.reason ?? null,
    };
  });
}

export function limitsOf({ person }: LeadFacts, today: string): PlanLeadView['limits'] {
  const own = person?.limits.find((each) => holdsOn(each, today));
  const maxMiles = own?.maxKm === undefined || own.maxKm === null ? null : milesAtMost(own.maxKm);
  const { termLimit = null, restReviews = null, restWeeks = null } = own ?? {};
  return {
    own: { termLimit, restReviews, restWeeks, maxMiles },
    words: [
      maxMiles === null
        ? 'Travels any distance'
        : `Travels at most ${counted(maxMiles, 'mile')} by road`,
      termLimit === null
        ? 'No limit of their own to the reviews in a term'
        : `At most ${counted(termLimit, 'review')} a term`,
      ...(restReviews === null || restWeeks === null
        ? []
        : [`At most ${restReviews} in any ${restWeeks} weeks`]),
    ],
  };
}

/** Where they are and will be employed, the earliest first. */
export function employersInWords({ person, names }: LeadFacts, today: string): string[] {
  return (person?.employments ?? [])
    .filter(({ to }) => to === null || to >= today)
    .map((each) =>
      factInWords({ kind: 'EMPLOYMENT', ...each }, (reference) => names.get(reference) ?? ''),
    );
}

/** Whom they must not review; details are for operations only. */
export function conflictsInWords({
  inTerm,
  names,
}: LeadFacts): Pick<PlanLeadView, 'conflicts' | 'overridden'> {
  const named = (urn: string | undefined, trust: string | undefined): string => {
    if (urn !== undefined) return names.get(urn) ?? `School ${urn}`;
    return `Every school of ${names.get(trust ?? '') ?? `trust ${trust ?? ''}`}`;
  };
  return {
    conflicts: (inTerm?.conflicts ?? []).map(({ urn, trust, reason, isOverridable }) => ({
      with: named(urn, trust),
      reason,
      isOverridable,
      words: isOverridable ? 'Operations may override it, with a reason' : 'Never overridden',
    })),
    overridden: (inTerm?.overridden ?? []).map(
      (words) => words.charAt(0).toUpperCase() + words.slice(1),
    ),
  };
}
