import { type EntityManager } from 'typeorm';
import { termById, yearById } from '../../calendar/academic-years.js';
import { settingsOn } from '../../settings/settings.js';
import { loadPeople } from '../snapshot/load-people.js';
import { loadSeats, type SeatRecord } from '../snapshot/load-reviews.js';
import { employmentsOf } from '../snapshot/person-in-term.js';

/** What the registers say of a person today that a problem leaves out, for people to look at. */
export interface PersonFacts {
  home: string;
  region: string;
  servingLeader: boolean;
  /** Their contract does not cover the whole academic year. */
  isPartYear: boolean;
  /** Whatever every seat needs and when it runs out, if it does; dates inclusive. */
  gates: { name: string; to: string | null; from: string }[];
}

/** The registers around a plan; empty for a plan of no term. */
export interface BoardFacts {
  term: { id: string; name: string } | null;
  people: ReadonlyMap<string, PersonFacts>;
  regions: { name: string; isPriority: boolean }[];
  seats: readonly SeatRecord[];
  /** Short names that somebody gave to schools, by URN. */
  shortNames: ReadonlyMap<string, string>;
}

export const noFacts: BoardFacts = {
  term: null,
  people: new Map(),
  regions: [],
  seats: [],
  shortNames: new Map(),
};

const GATE_NAMES: Readonly<Record<string, string>> = {
  DBS: 'DBS check',
  CODE_OF_CONDUCT: 'Code of conduct acknowledgement',
  SAFEGUARDING_POLICY: 'Safeguarding policy acknowledgement',
};

/** @throws Refusal when there is no such term */
export async function loadBoardFacts(manager: EntityManager, termId: string): Promise<BoardFacts> {
  const term = await termById(manager, termId);
  const year = await yearById(manager, term.academicYear);
  const settings = await settingsOn(manager, term.startsOn);
  const records = await loadPeople(manager);
  const homes = await homesOf(manager);
  const regions: BoardFacts['regions'] = await manager.query(
    'SELECT name, is_priority AS "isPriority" FROM region ORDER BY ons_code',
  );
  const seats = (await loadSeats(manager)).filter((seat) => seat.termId === termId);
  const named = await manager.query<{ urn: string; short: string }[]>(
    'SELECT urn, short_name AS short FROM school WHERE short_name IS NOT NULL',
  );
  const shortNames = new Map(named.map(({ urn, short }) => [urn, short]));
  const people = records.map((record): [string, PersonFacts] => {
    const contracts = record.contracts.filter((each) => each.academicYear === year.id);
    const home = homes.get(record.code);
    return [
      record.code,
      {
        home: home?.place ?? '',
        region: home?.region ?? '',
        servingLeader: employmentsOf(record, settings).some(
          ({ servingLeader, from, to }) =>
            servingLeader && from <= term.endsOn && (to === null || term.startsOn <= to),
        ),
        isPartYear: !contracts.some(({ from, to }) => from <= year.startsOn && year.endsOn <= to),
        gates: [
          ...contracts.map(({ from, to }) => ({ name: 'Contract', from, to })),
          ...record.gates.map(({ gate, from, to }) => ({
            name: GATE_NAMES[gate] ?? gate,
            from,
            to,
          })),
        ],
      },
    ];
  });
  return { term, people: new Map(people), regions, seats, shortNames };
}

async function homesOf(
  manager: EntityManager,
): Promise<Map<string, { place: string; region: string }>> {
  const rows = await manager.query<{ code: string; place: string; region: string }[]>(
    `SELECT l.code, d.la_name AS place, d.region FROM lead_reviewer l
     JOIN postcode_district d ON d.district = l.postcode_district`,
  );
  return new Map(rows.map(({ code, ...home }) => [code, home]));
}
