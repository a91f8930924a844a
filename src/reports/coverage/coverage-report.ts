import { type Change, CAUSERS, CHANGE_KINDS, changesOf } from './changes.js';
import { type Cut, groupsOf, NONE, type SchoolGroup } from './cuts.js';
import { type Figures, figuresOf } from './figures.js';
import { type CoverageFacts, type CoverageSchool } from './load-coverage.js';
import { type ReviewLife, type Stage, stageOf } from './review-life.js';
import { type Reason, whyNotCovered } from './why-not-covered.js';

/** Which reviews and schools are looked at. */
export interface Scope {
  term?: string | undefined;
  region?: string | undefined;
  phase?: string | undefined;
}

/** A review of the scope, with its school and how far it has come. */
export interface StagedReview {
  review: ReviewLife;
  school: CoverageSchool;
  stage: Stage;
}

/** A school of the scope without anybody to lead a review there, and why. */
export interface LeftSchool {
  school: CoverageSchool;
  /** Null: it has none. */
  review: ReviewLife | null;
  reason: Reason;
}

export interface ChangedReview extends Change {
  review: ReviewLife;
  school: CoverageSchool;
}

/** What a year or a term of it is counted from. */
export interface Coverage {
  /** By school. */
  reviews: StagedReview[];
  /** Member schools only, by name. */
  left: LeftSchool[];
  /** Of the lead seats of the term, or of all terms. */
  changes: ChangedReview[];
  members: CoverageSchool[];
}

/**
 * Picks out what the scope holds. A review belongs to one term at a time; a change belongs to the term whose seat ended. A
 * member school without any review is missed by the year, not by one of its terms.
 */
export function coverageOf(
  { reviews, schools }: CoverageFacts,
  { term, region, phase }: Scope,
): Coverage {
  const inScope = schools.filter(
    (school) =>
      (region === undefined || school.region === region) &&
      (phase === undefined || (school.phase ?? 'NOT_KNOWN') === phase),
  );
  const byUrn = new Map(reviews.map((review) => [review.urn, review]));
  const all = inScope.flatMap((school) => {
    const review = byUrn.get(school.urn);
    return review === undefined ? [] : [{ review, school, stage: stageOf(review) }];
  });
  const ofTerm = all.filter(({ review }) => term === undefined || review.termId === term);
  const members = inScope.filter(({ isMember }) => isMember);
  const without =
    term === undefined
      ? members.filter(({ urn }) => !byUrn.has(urn)).map((school) => leftSchool(school, null))
      : [];
  const uncovered = ofTerm
    .filter(({ school, stage }) => school.isMember && figuresOf([stage]).covered === 0)
    .map(({ school, review }) => leftSchool(school, review));
  return {
    reviews: ofTerm,
    left: [...without, ...uncovered].sort((a, b) => byName(a.school, b.school)),
    changes: all.flatMap(({ review, school }) =>
      changesOf(review)
        .filter(({ seat }) => term === undefined || seat.termId === term)
        .map((change) => ({ ...change, review, school })),
    ),
    members,
  };
}

function leftSchool(school: CoverageSchool, review: ReviewLife | null): LeftSchool {
  const stage = review === null ? 'NOT_COVERED' : stageOf(review);
  return { school, review, reason: whyNotCovered(review, stage) };
}

function byName(a: CoverageSchool, b: CoverageSchool): number {
  const [left, right] = [`${a.name} ${a.urn}`, `${b.name} ${b.urn}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A group with what is counted in it. */
export interface CountedGroup extends SchoolGroup {
  /** Member schools, whether a review is due there or not. */
  members: number;
  figures: Figures;
}

/**
 * Each group of the cut with its counts; groups without a member school or a review are left out, but for regions. There are
 * many trusts and authorities: those with most reviews without a lead come first.
 */
export function countedGroups(
  { reviews, members }: Pick<Coverage, 'reviews' | 'members'>,
  cut: Cut,
  groups: readonly SchoolGroup[],
): CountedGroup[] {
  const stages = new Map<string, Stage[]>();
  for (const { review, school, stage } of reviews) {
    for (const key of groupsOf(school, cut, review)) addTo(stages, key, stage);
  }
  const counts = new Map<string, number>();
  for (const { keys } of groupedMembers({ reviews, members }, cut)) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const counted = groups
    .map((group) => ({
      ...group,
      members: counts.get(group.key) ?? 0,
      figures: figuresOf(stages.get(group.key) ?? []),
    }))
    .filter(
      ({ key, members: own, figures }) =>
        own > 0 || figures.due > 0 || (cut === 'REGION' && key !== NONE),
    );
  if (cut !== 'TRUST' && cut !== 'AUTHORITY') return counted;
  const isLast = ({ key }: CountedGroup): number => (key === NONE ? 1 : 0);
  return counted.sort(
    (a, b) => isLast(a) - isLast(b) || b.figures.notCovered - a.figures.notCovered,
  );
}

/** Member schools, whether a review is due there or not, with the groups that each is in. */
function groupedMembers(
  { reviews, members }: Pick<Coverage, 'reviews' | 'members'>,
  cut: Cut,
): { school: CoverageSchool; keys: readonly string[] }[] {
  const dueAt = new Map(reviews.map(({ review }) => [review.urn, review]));
  return members.map((school) => ({
    school,
    keys: groupsOf(school, cut, dueAt.get(school.urn)),
  }));
}

/** The member schools of one group, or of all that is shown, by name. */
export function membersIn(
  found: Pick<Coverage, 'reviews' | 'members'>,
  cut: Cut,
  group: string | undefined,
): CoverageSchool[] {
  if (group === undefined) return found.members;
  return groupedMembers(found, cut)
    .filter(({ keys }) => keys.includes(group))
    .map(({ school }) => school);
}

function addTo(stages: Map<string, Stage[]>, key: string, stage: Stage): void {
  const own = stages.get(key);
  if (own === undefined) stages.set(key, [stage]);
  else own.push(stage);
}

/** Changes by who caused them and what became of the seat; the parts add up. */
export function changeTable(
  changes: readonly Change[],
): { by: (typeof CAUSERS)[number]; counts: Record<(typeof CHANGE_KINDS)[number], number> }[] {
  return CAUSERS.map((by) => ({
    by,
    counts: Object.fromEntries(
      CHANGE_KINDS.map((kind) => [
        kind,
        changes.filter((change) => change.by === by && change.kind === kind).length,
      ]),
    ) as Record<(typeof CHANGE_KINDS)[number], number>,
  }));
}
