import { stringify } from 'csv-stringify/sync';
import { type Person } from './draw-people.js';
import { type SampleSchool } from './draw-schools.js';
import { type SeededRandom } from '../seeded-random.js';

/** Rows of one file of the sample, by heading. */
export type Rows = Record<string, string | number>[];

export interface CsvFile {
  name: string;
  text: string;
}

/** One file a kind of record, as it is imported. */
export function csvFiles(files: ReadonlyMap<string, Rows>): CsvFile[] {
  return [...files].map(([kind, rows]) => ({
    name: `${kind}.csv`,
    text: stringify(rows, { header: true }),
  }));
}

const YEAR = '2026/27';
const list = (items: readonly string[]): string => items.join('; ');

const PHASES: Readonly<Record<string, string>> = {
  Special: 'SPECIAL',
  'Alternative provision': 'ALTERNATIVE_PROVISION',
  Nursery: 'NURSERY',
  Primary: 'PRIMARY',
  Secondary: 'SECONDARY',
  'Middle deemed secondary': 'SECONDARY',
  'All-through': 'ALL_THROUGH',
};

export function schoolRows(schools: readonly SampleSchool[]): Rows {
  return schools.map((school) => ({
    URN: school.urn,
    Name: school.name,
    Type: school.type,
    Phase: PHASES[school.phase] ?? '',
    'Trust UID': school.trust_uid,
    'Trust name': school.trust_name,
    'LA code': school.la_code,
    Region: school.region,
    Town: school.town,
    Postcode: school.postcode,
    Latitude: school.lat,
    Longitude: school.lon,
    Needs: list(school.needs),
    'Needs are invented': 'Yes',
    Status: 'OPEN',
    Opened: school.open_date,
  }));
}

export function membershipRows(schools: readonly SampleSchool[]): Rows {
  return schools.map(({ urn, memberSince }) => ({ URN: urn, From: memberSince, To: '' }));
}

export function reviewerRows(people: readonly Person[]): Rows {
  return people.map((person) => ({
    Reference: person.code,
    Name: person.name,
    'E-mail': `${person.name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
    'Postcode district': person.home.district,
    Phases: list(person.phases),
    Needs: list(person.needs),
    'Reviews led before': person.ledBefore,
    Synthetic: 'Yes',
  }));
}

const EMPLOYERS = ['Self-employed', 'Self-employed', 'A local authority', 'A school trust'];

export function employmentRows(people: readonly Person[], random: SeededRandom): Rows {
  return people.map(({ code, ownSchool }) => ({
    Reference: code,
    From: `${random.between(2015, 2024)}-09-01`,
    To: '',
    'Serving leader': ownSchool ? 'Yes' : 'No',
    'School URN': ownSchool?.urn ?? '',
    'Trust UID': ownSchool?.trust_uid ?? '',
    Employer: ownSchool?.name ?? random.pick(EMPLOYERS),
  }));
}

/** The day from which somebody is in the pool; null for those in induction all year so far. */
function inPoolFrom(person: Person, assuredOn: ReadonlyMap<string, string>): string | null {
  if (person.group === 'EXPERIENCED') return `${2019 + (person.ledBefore % 5)}-09-01`;
  if (person.group === 'ESTABLISHED') return ESTABLISHED_FROM[person.ledBefore - 1] ?? null;
  return assuredOn.get(person.code) ?? null;
}

/** Those who led one, two or three reviews last year: the more, the earlier they joined the pool. */
const ESTABLISHED_FROM = ['2026-03-02', '2026-01-05', '2025-11-03'];

export function standingRows(
  people: readonly Person[],
  assuredOn: ReadonlyMap<string, string>,
): Rows {
  return people.flatMap((person) => {
    const pool = inPoolFrom(person, assuredOn);
    const induction = inductionFrom(person);
    const inPool = {
      Reference: person.code,
      From: pool ?? '',
      To: '',
      Standing: 'IN_POOL',
      Reason: '',
    };
    if (induction === null) return [inPool];
    const inInduction = {
      Reference: person.code,
      From: induction,
      To: pool === null ? '' : dayBefore(pool),
      Standing: 'IN_INDUCTION',
      Reason: '',
    };
    return pool === null ? [inInduction] : [inInduction, inPool];
  });
}

function inductionFrom({ group }: Person): string | null {
  if (group === 'EXPERIENCED' || group === 'ESTABLISHED') return null;
  if (group === 'ASSURED_IN_AUTUMN') return '2025-10-01';
  return group === 'INDUCTION' ? '2026-10-05' : '2026-06-22';
}

/** Two checks run out inside spring term. */
export function gateRows(people: readonly Person[], random: SeededRandom): Rows {
  const runningOut = random.sample(
    people.filter(({ group }) => group === 'ESTABLISHED'),
    2,
  );
  const ends = ['2027-02-12', '2027-03-10'];
  return people.flatMap((person) => {
    const early = runningOut.indexOf(person);
    const since = person.group === 'INDUCTION' ? '2026-09-20' : '2026-07-01';
    return [
      {
        Reference: person.code,
        Gate: 'DBS',
        From: early < 0 ? '2026-06-15' : '2024-03-01',
        To: early < 0 ? '2029-06-14' : (ends[early] ?? ''),
      },
      { Reference: person.code, Gate: 'CODE_OF_CONDUCT', From: since, To: '' },
      { Reference: person.code, Gate: 'SAFEGUARDING_POLICY', From: since, To: '' },
    ];
  });
}

export function trainingRows(people: readonly Person[], random: SeededRandom): Rows {
  return people.map(({ code, group }) => {
    const caughtUp = group === 'INDUCTION' || random.chance(0.08);
    return {
      Reference: code,
      'Training day': '2026-09-24',
      Outcome: caughtUp ? 'CAUGHT_UP' : 'ATTENDED',
      Date: group === 'INDUCTION' ? '2026-11-25' : caughtUp ? '2026-09-25' : '2026-09-24',
    };
  });
}

export function inductionRows(
  people: readonly Person[],
  shadowedOn: ReadonlyMap<string, string>,
  assuredOn: ReadonlyMap<string, string>,
): Rows {
  return people.flatMap(({ code, group }) => {
    const done = (Stage: string, on: string | undefined): Rows =>
      on === undefined ? [] : [{ Reference: code, Stage, 'Done on': on }];
    switch (group) {
      case 'EXPERIENCED':
      case 'ESTABLISHED':
        return [];
      case 'ASSURED_IN_AUTUMN':
        return [
          ...done('VIRTUAL_INDUCTION', '2025-10-09'),
          ...done('REVIEWER_TRAINING', '2025-11-13'),
          ...done('SHADOWING', '2026-06-24'),
          ...done('QUALITY_ASSURED_REVIEW', assuredOn.get(code)),
        ];
      case 'INDUCTION':
        return [
          ...done('VIRTUAL_INDUCTION', '2026-11-20'),
          ...done('REVIEWER_TRAINING', '2026-12-03'),
        ];
      case 'NEW':
      case 'NEW_FOR_NURSERIES':
        return [
          ...done('VIRTUAL_INDUCTION', '2026-09-10'),
          ...done('REVIEWER_TRAINING', '2026-09-17'),
          ...done('SHADOWING', group === 'NEW' ? shadowedOn.get(code) : '2026-07-01'),
        ];
    }
  });
}

const REGIONS = [
  ...['North East', 'North West', 'Yorkshire and the Humber', 'East Midlands', 'West Midlands'],
  ...['East of England', 'London', 'South East', 'South West'],
];

export function regionRows(people: readonly Person[], random: SeededRandom): Rows {
  return people.flatMap(({ code, home }) =>
    REGIONS.flatMap((region) => {
      const grade = gradeOf(region === home.region, random);
      const row = { Reference: code, Region: region, From: '2026-07-01', To: '' };
      const reason = grade === 'NO' ? random.pick(TOO_FAR) : '';
      return grade === null ? [] : [{ ...row, Grade: grade, Reason: reason }];
    }),
  );
}

const TOO_FAR = [
  'Too far to travel with caring responsibilities at home',
  'No train that arrives in time for a first day',
  'Cannot be away overnight this year',
  'Consults for several schools there',
];

function gradeOf(isHome: boolean, random: SeededRandom): string | null {
  if (isHome) return 'PREFERRED';
  const drawn = random.fraction();
  if (drawn < 0.1) return 'NO';
  if (drawn < 0.35) return 'RELUCTANT';
  return drawn < 0.5 ? 'PREFERRED' : null;
}

export function limitRows(people: readonly Person[], random: SeededRandom): Rows {
  return random.sample(people, 30).map(({ code }) => ({
    Reference: code,
    From: '2026-09-01',
    To: '',
    'Most in a term': random.chance(0.4) ? random.between(3, 5) : '',
    'Furthest km': random.between(15, 36) * 10,
  }));
}

/** All but three people are contracted for the whole year. */
export function contractRows(people: readonly Person[]): Rows {
  const partYear = people
    .filter(({ group, ownSchool }) => group === 'ESTABLISHED' && ownSchool === null)
    .slice(0, 3);
  const ends = ['2027-03-25', '2027-04-30', '2027-05-28'];
  return people.map((person) => ({
    Reference: person.code,
    'Academic year': YEAR,
    From: '2026-09-01',
    To: ends[partYear.indexOf(person)] ?? '2027-08-31',
  }));
}

export function overrideRows(people: readonly Person[]): Rows {
  const experienced = people.find(({ group }) => group === 'EXPERIENCED');
  const nurseries = people.find(({ group }) => group === 'NEW_FOR_NURSERIES');
  const row = { 'Academic year': YEAR, 'Decided on': '2026-07-06' };
  return [
    {
      Reference: experienced?.code ?? '',
      ...row,
      Minimum: 2,
      Reason: 'Phased return after parental leave',
    },
    {
      Reference: nurseries?.code ?? '',
      ...row,
      Minimum: 1,
      Reason: 'Reviews nursery schools only, of which the partnership has one',
    },
  ];
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
