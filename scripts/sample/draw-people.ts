import { roadKm } from '../../src/solver/distance.js';
import { type SeededRandom } from '../seeded-random.js';
import { type SampleSchool } from './draw-schools.js';
import { FIRST_NAMES, SURNAMES } from './names.js';
import { type District } from './open-schools.js';

/**
 * What somebody is in the year 2026/27. `ASSURED_IN_AUTUMN` were new in autumn and are no longer so;
 * `NEW` are new in spring: all but one shadowed in autumn, and that one the summer before.
 */
export type Group =
  'EXPERIENCED' | 'ESTABLISHED' | 'ASSURED_IN_AUTUMN' | 'NEW' | 'NEW_FOR_NURSERIES' | 'INDUCTION';

export interface Person {
  code: string;
  name: string;
  group: Group;
  home: District;
  phases: string[];
  needs: string[];
  ledBefore: number;
  /** Member school of a serving leader. */
  ownSchool: SampleSchool | null;
}

interface Plan {
  group: Group;
  people: number;
  serving: number;
  special: number;
}

/** 94 who may lead in spring, 35 of them serving leaders; 30 of all know special schools. */
const GROUPS: readonly Plan[] = [
  { group: 'EXPERIENCED', people: 25, serving: 8, special: 9 },
  { group: 'ESTABLISHED', people: 56, serving: 22, special: 16 },
  { group: 'ASSURED_IN_AUTUMN', people: 3, serving: 1, special: 1 },
  { group: 'NEW', people: 9, serving: 4, special: 3 },
  { group: 'NEW_FOR_NURSERIES', people: 1, serving: 0, special: 0 },
  { group: 'INDUCTION', people: 6, serving: 0, special: 1 },
];
/** Of the serving leaders. */
const SERVING_IN_SPECIAL = 12;

/** Somewhat fewer people live near the two priority regions than their hosts would need. */
const HOMES: readonly [region: string, people: number][] = [
  ['North East', 5],
  ['North West', 15],
  ['Yorkshire and the Humber', 13],
  ['East Midlands', 12],
  ['West Midlands', 13],
  ['East of England', 12],
  ['London', 12],
  ['South East', 8],
  ['South West', 10],
];

/** 100 people who do not exist, by reference. */
export function drawPeople(
  schools: readonly SampleSchool[],
  districts: readonly District[],
  random: SeededRandom,
): Person[] {
  const seats = random.sample(GROUPS.flatMap(seatsOfGroup), 100);
  const homes = random.sample(
    HOMES.flatMap(([region, count]) =>
      random.sample(
        districts.filter((district) => district.region === region),
        count,
      ),
    ),
    100,
  );
  const names = namesFor(seats.length, random);
  const ownSchools = new OwnSchools(schools, random);
  let servingInSpecial = 0;
  return seats.map((seat, index) => {
    const leadsSpecial = seat.serving && seat.special && servingInSpecial < SERVING_IN_SPECIAL;
    if (leadsSpecial) servingInSpecial += 1;
    const ownSchool = seat.serving ? ownSchools.next(leadsSpecial) : null;
    const [firstName, surname] = names[index] ?? ['', ''];
    return {
      code: `LR-${String(index + 1).padStart(3, '0')}`,
      name: `${firstName} ${surname}`,
      group: seat.group,
      home: homeOf(ownSchool, homes[index], districts),
      phases: phasesOf(seat, ownSchool, random),
      needs: seat.special ? needsOf(ownSchool, random) : [],
      ledBefore: ledBefore(seat.group, random),
      ownSchool,
    };
  });
}

interface Seat {
  group: Group;
  serving: boolean;
  special: boolean;
}

/** Serving leaders come first; of those who know special schools about half are among them. */
function seatsOfGroup({ group, people, serving, special }: Plan): Seat[] {
  const firstSpecial = Math.max(0, serving - Math.ceil(special / 2));
  return Array.from({ length: people }, (_, index) => ({
    group,
    serving: index < serving,
    special: index >= firstSpecial && index < firstSpecial + special,
  }));
}

function namesFor(count: number, random: SeededRandom): [string, string][] {
  const surnames = random.sample(SURNAMES, count);
  return random
    .sample(FIRST_NAMES, count)
    .map((firstName, index) => [firstName, surnames[index] ?? '']);
}

/** No two serving leaders work at the same school. */
class OwnSchools {
  private readonly left: SampleSchool[];

  constructor(schools: readonly SampleSchool[], random: SeededRandom) {
    this.left = random.sample(schools, schools.length);
  }

  next(isSpecial: boolean): SampleSchool {
    const index = this.left.findIndex(({ phase }) =>
      isSpecial ? phase === 'Special' : phase === 'Primary' || phase === 'Secondary',
    );
    const [school] = this.left.splice(index, 1);
    if (school === undefined) throw new Error('There are fewer schools than serving leaders.');
    return school;
  }
}

/** A serving leader lives in the district nearest to the school; homes of the others are drawn. */
function homeOf(
  ownSchool: SampleSchool | null,
  drawn: District | undefined,
  districts: readonly District[],
): District {
  if (drawn === undefined) throw new Error('There are fewer homes than people.');
  if (!ownSchool) return drawn;
  const school = { lat: Number(ownSchool.lat), lon: Number(ownSchool.lon) };
  return districts.reduce((nearest, each) =>
    roadKm(each, school, 1) < roadKm(nearest, school, 1) ? each : nearest,
  );
}

const MAINSTREAM = [['PRIMARY'], ['SECONDARY'], ['PRIMARY', 'SECONDARY']];

function phasesOf(
  { group, special }: Seat,
  ownSchool: SampleSchool | null,
  random: SeededRandom,
): string[] {
  if (group === 'NEW_FOR_NURSERIES') return ['NURSERY'];
  const phases = new Set(random.pick(MAINSTREAM));
  if (ownSchool?.phase === 'Primary') phases.add('PRIMARY');
  if (ownSchool?.phase === 'Secondary') phases.add('SECONDARY');
  if (phases.has('SECONDARY') && random.chance(0.6)) phases.add('ALL_THROUGH');
  if (special) phases.add('SPECIAL');
  if (special && ownSchool?.phase === 'Special' && random.chance(0.5)) return ['SPECIAL'];
  return [...phases].sort();
}

const KNOWN_NEEDS = ['ASD', 'SEMH', 'MLD', 'SLD', 'PMLD', 'SLCN', 'PD', 'HI', 'VI', 'SPLD'];

/** Two to five needs, those of the own school among them; nobody knows multi-sensory impairment. */
function needsOf(ownSchool: SampleSchool | null, random: SeededRandom): string[] {
  const own = (ownSchool?.needs ?? []).filter((code) => KNOWN_NEEDS.includes(code)).slice(0, 3);
  const needs = new Set([...own, random.pick(['ASD', 'SEMH'])]);
  const wanted = random.between(Math.max(2, needs.size), 5);
  for (const code of random.sample(KNOWN_NEEDS.slice(0, 6), 6)) {
    if (needs.size < wanted) needs.add(code);
  }
  return [...needs].sort();
}

/** Those established since last year have led a few: too few yet to assure others. */
function ledBefore(group: Group, random: SeededRandom): number {
  if (group === 'EXPERIENCED') return random.between(8, 45);
  return group === 'ESTABLISHED' ? random.between(1, 3) : 0;
}
