import { type SeededRandom } from '../seeded-random.js';
import { type Person } from './draw-people.js';
import { type SampleSchool } from './draw-schools.js';
import { type Rows } from './records.js';

/** Worked there in the last five years, or declared a tie; and every tie of `tiedToAll`. */
export function conflictRows(
  people: readonly Person[],
  schools: readonly SampleSchool[],
  tiedToAll: { urn: string; people: readonly Person[] },
  random: SeededRandom,
): Rows {
  const others = schools.filter(({ urn }) => urn !== tiedToAll.urn);
  const drawn = random
    .sample(people, 40)
    .map((person) =>
      random.chance(0.6)
        ? workedAt(person, random.pick(others), random)
        : tie(person, random.pick(others), random),
    );
  const toAll = schools.find(({ urn }) => urn === tiedToAll.urn) as SampleSchool;
  return [
    ...drawn,
    ...tiedToAll.people.map((person, index) =>
      index % 3 === 0 ? workedAt(person, toAll, random) : tie(person, toAll, random),
    ),
  ];
}

const WORKED_AS = [
  'Deputy head there',
  'Head of inclusion there',
  'Taught there',
  'Governor there',
];
const TIES = ['A relative works there', 'Advises its governors', 'Mentors its headteacher'];

function workedAt({ code }: Person, { urn }: SampleSchool, random: SeededRandom): Rows[number] {
  return {
    ...{ Reference: code, Kind: 'WORKED_AT', 'School URN': urn, 'Trust UID': '' },
    From: `${random.between(2012, 2020)}-09-01`,
    To: `${random.between(2022, 2025)}-08-31`,
    Reason: random.pick(WORKED_AS),
  };
}

function tie({ code }: Person, { urn }: SampleSchool, random: SeededRandom): Rows[number] {
  return {
    ...{ Reference: code, Kind: 'DECLARED_TIE', 'School URN': urn, 'Trust UID': '' },
    From: `${random.between(2023, 2026)}-01-01`,
    To: '',
    Reason: random.pick(TIES),
  };
}
