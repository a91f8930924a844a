import { type SeededRandom } from '../seeded-random.js';
import { type OpenSchool } from './open-schools.js';

/** A member school with what the sample makes up about it. */
export interface SampleSchool extends OpenSchool {
  /** Need codes; invented. */
  needs: string[];
  memberSince: string;
}

/** How many trusts have so many members: 130 trusts with 420 schools. */
const TRUST_SIZES: readonly [size: number, trusts: number][] = [
  [1, 25],
  [2, 28],
  [3, 24],
  [4, 20],
  [5, 16],
  [6, 12],
  [7, 5],
];
/** Those trusts of two members whose members both are special schools: 52 schools. */
const SPECIAL_TRUSTS = 26;
const WITHOUT_TRUST = { Special: 18, 'Alternative provision': 4, Nursery: 1, other: 37 };

/** Of each hundred mainstream members: a national partnership, with enough hosts in the priority regions. */
const REGION_SHARES: Readonly<Record<string, number>> = {
  'North East': 9,
  'North West': 13,
  'Yorkshire and the Humber': 11,
  'East Midlands': 10,
  'West Midlands': 11,
  'East of England': 11,
  London: 12,
  'South East': 14,
  'South West': 9,
};

/** The partnership's 480 members, by URN: real schools, their needs invented. */
export function drawSchools(open: readonly OpenSchool[], random: SeededRandom): SampleSchool[] {
  return [...trustMembers(open, random), ...aloneMembers(open, random)]
    .sort((one, other) => (one.urn < other.urn ? -1 : 1))
    .map((school) => ({
      ...school,
      needs: needsOf(school, random),
      memberSince: `${random.between(2016, 2025)}-09-01`,
    }));
}

function trustMembers(open: readonly OpenSchool[], random: SeededRandom): OpenSchool[] {
  const byTrust = new Map<string, OpenSchool[]>();
  for (const school of open) {
    if (school.trust_uid === '') continue;
    byTrust.set(school.trust_uid, [...(byTrust.get(school.trust_uid) ?? []), school]);
  }
  const special = [...byTrust.values()]
    .map((schools) => schools.filter(({ phase }) => phase === 'Special'))
    .filter((schools) => schools.length >= 2);
  const drawn = spreadOverRegions(special, SPECIAL_TRUSTS, random).map((schools) =>
    random.sample(schools, 2),
  );
  const taken = new Set(drawn.flatMap((schools) => schools.map(({ trust_uid }) => trust_uid)));
  const mainstream = [...byTrust]
    .filter(([uid]) => !taken.has(uid))
    .map(([, schools]) => schools.filter(({ phase }) => isMainstream(phase)));
  return [...drawn, ...mainstreamTrusts(mainstream, taken, random)].flat();
}

function mainstreamTrusts(
  trusts: readonly OpenSchool[][],
  taken: Set<string>,
  random: SeededRandom,
): OpenSchool[][] {
  const sizes = TRUST_SIZES.flatMap(([size, count]) =>
    Array<number>(size === 2 ? count - SPECIAL_TRUSTS : count).fill(size),
  );
  // The large ones first: few trusts are large enough for them.
  return sizes.reverse().map((size) => {
    const enough = trusts.filter(
      (schools) => schools.length >= size && !taken.has(schools[0]?.trust_uid ?? ''),
    );
    const [schools = []] = spreadOverRegions(enough, 1, random);
    taken.add(schools[0]?.trust_uid ?? '');
    return random.sample(schools, size);
  });
}

/** So many groups of schools, each from a region drawn by its share (of those that have any left). */
function spreadOverRegions(
  groups: readonly OpenSchool[][],
  count: number,
  random: SeededRandom,
): OpenSchool[][] {
  const left = [...groups];
  return Array.from({ length: count }, () => {
    const region = regionByShare(random);
    const near = left.filter(([first]) => first?.region === region);
    const group = random.pick(near.length > 0 ? near : left);
    left.splice(left.indexOf(group), 1);
    return group;
  });
}

function regionByShare(random: SeededRandom): string {
  return random.pick(
    Object.entries(REGION_SHARES).flatMap(([region, share]) => Array<string>(share).fill(region)),
  );
}

function aloneMembers(open: readonly OpenSchool[], random: SeededRandom): OpenSchool[] {
  const alone = open.filter(({ trust_uid }) => trust_uid === '');
  const { other, ...byPhase } = WITHOUT_TRUST;
  const mainstream = alone
    .filter(({ phase }) => phase === 'Primary' || phase === 'Secondary')
    .map((school) => [school]);
  return [
    ...Object.entries(byPhase).flatMap(([phase, count]) =>
      spreadOverRegions(
        alone.filter((school) => school.phase === phase).map((school) => [school]),
        count,
        random,
      ),
    ),
    ...spreadOverRegions(mainstream, other, random),
  ].flat();
}

/** Rare phases stay rare: nobody would be found for them. */
function isMainstream(phase: string): boolean {
  return ['Primary', 'Secondary', 'All-through', 'Middle deemed secondary'].includes(phase);
}

/** Needs that only a few people know stand beside a common one, so that somebody can be found. */
const COMMON = ['ASD', 'SEMH', 'MLD', 'SLD'];

function needsOf({ phase, needs_invented }: OpenSchool, random: SeededRandom): string[] {
  if (phase !== 'Special') return [];
  const needs = needs_invented.split('|').filter((code) => code !== '' && code !== 'OTH');
  if (!needs.some((code) => COMMON.includes(code))) needs.push(random.pick(COMMON));
  return [...new Set(needs)].sort();
}
