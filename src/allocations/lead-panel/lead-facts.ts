import { type EntityManager } from 'typeorm';
import { type StoredTerm, termById, termsOf, yearById } from '../../calendar/academic-years.js';
import { type AcademicYear } from '../../calendar/school-days.js';
import { trainingDays } from '../../calendar/training-days.js';
import { type TrainingDay } from '../../calendar/usable-windows.js';
import { reviewerByCode } from '../../reviewers/register.js';
import { type StoredReviewer, storedReviewers } from '../../reviewers/stored-facts.js';
import { revisionOf } from '../../reviewers/revisions.js';
import { type Contract, storedContracts } from '../../commitments/stored-contracts.js';
import { type Settings, settingsOn } from '../../settings/settings.js';
import { needNames } from '../reviews/review-registers.js';
import { loadSnapshot } from '../snapshot/freeze-term.js';
import { loadSeats, type SeatRecord } from '../snapshot/load-reviews.js';
import { type PersonInput } from '../snapshot/snapshot-input.js';

interface Registered extends StoredReviewer {
  place: string;
  region: string;
  version: number;
  /** Of the entry and all facts. */
  revision: number | null;
}

/** What the registers say today of one person and the year, as far as their page shows it. */
export interface LeadFacts {
  term: StoredTerm;
  year: AcademicYear;
  terms: readonly StoredTerm[];
  settings: Settings;
  /** Null: taken off the register. */
  person: Registered | null;
  /** As the term sees them; null: they take no part in it. */
  inTerm: PersonInput | null;
  contracts: readonly Contract[];
  /** Every seat of theirs, whatever the year. */
  seats: readonly SeatRecord[];
  trainingDays: readonly TrainingDay[];
  regions: readonly { name: string; isPriority: boolean }[];
  needs: ReadonlyMap<string, string>;
  /** Schools by URN and trusts by their number, as far as conflicts and employers name them. */
  names: ReadonlyMap<string, string>;
}

/** @throws Refusal when there is no such term, or it has no school week */
export async function loadLeadFacts(
  manager: EntityManager,
  termId: string,
  code: string,
  today: string,
): Promise<LeadFacts> {
  const term = await termById(manager, termId);
  const year = await yearById(manager, term.academicYear);
  const { input } = await loadSnapshot(manager, termId, { today });
  const inTerm = input.people.find((person) => person.code === code) ?? null;
  const person = await registered(manager, code);
  const contracts = await storedContracts(manager, [code]);
  return {
    term,
    year,
    terms: await termsOf(manager, year.id),
    settings: await settingsOn(manager, today > term.startsOn ? today : term.startsOn),
    person,
    inTerm,
    contracts: (contracts.get(code) ?? []).filter((each) => each.academicYear === year.id),
    seats: (await loadSeats(manager)).filter(({ lead }) => lead === code),
    trainingDays: await trainingDays(manager, { from: year.startsOn, to: year.endsOn }),
    regions: await manager.query(
      'SELECT name, is_priority AS "isPriority" FROM region ORDER BY ons_code',
    ),
    needs: await needNames(manager),
    names: await namesOf(manager, inTerm, person),
  };
}

async function registered(manager: EntityManager, code: string): Promise<LeadFacts['person']> {
  const [person] = await storedReviewers(manager, [code]);
  if (person === undefined) return null;
  const { version, postcodeDistrict } = await reviewerByCode(manager, code);
  const [home] = await manager.query<{ place: string; region: string }[]>(
    'SELECT la_name AS place, region FROM postcode_district WHERE district = $1',
    [postcodeDistrict],
  );
  const revision = await revisionOf(manager, code);
  return { ...person, place: home?.place ?? '', region: home?.region ?? '', version, revision };
}

async function namesOf(
  manager: EntityManager,
  inTerm: PersonInput | null,
  person: Registered | null,
): Promise<Map<string, string>> {
  const references = [
    ...(inTerm?.conflicts ?? []).flatMap(({ urn, trust }) => [urn, trust]),
    ...(person?.employments ?? []).flatMap(({ schoolUrn, trustUid }) => [schoolUrn, trustUid]),
  ];
  const rows = await manager.query<{ reference: string; name: string }[]>(
    `SELECT urn AS reference, concat_ws(', ', name, CASE WHEN strpos(name, town) > 0 THEN NULL ELSE town END) AS name
     FROM school WHERE urn = ANY($1)
     UNION ALL SELECT uid, name FROM trust WHERE uid = ANY($1)`,
    [references.filter((reference) => reference !== undefined && reference !== null)],
  );
  return new Map(rows.map(({ reference, name }) => [reference, name]));
}
