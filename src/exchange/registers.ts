import { type EntityManager } from 'typeorm';
import { type Register } from './columns/column.js';

const QUERIES: Record<Register, string> = {
  lead: 'SELECT code AS name FROM lead_reviewer WHERE removed_at IS NULL',
  school: 'SELECT urn AS name FROM school WHERE removed_at IS NULL',
  trust: 'SELECT uid AS name FROM trust',
  review: 'SELECT code AS name FROM review WHERE removed_at IS NULL',
  term: 'SELECT id AS name FROM term',
  year: 'SELECT id AS name FROM academic_year',
  region: 'SELECT name FROM region',
  need: 'SELECT code AS name FROM need',
  phase: 'SELECT code AS name FROM phase',
  district: 'SELECT district AS name FROM postcode_district',
  authority: 'SELECT code AS name FROM local_authority',
  calendar: 'SELECT id AS name FROM school_calendar',
  trainingDay: 'SELECT on_date::text AS name FROM training_day',
};

const UNKNOWN: Record<Register, string> = {
  lead: 'No Lead Reviewer has this reference, neither on the register nor in this import. Correct it, or add the Lead Reviewer.',
  school:
    'No school has this URN, neither on the register nor in this import. Correct it, or add the school.',
  trust:
    'No trust has this UID. Correct it, or import a school of that trust with the trust’s name.',
  review:
    'No review has this reference, neither on the register nor in this import. Correct it, or add the review.',
  term: 'This term has not been opened. Correct it, or open the term.',
  year: 'This academic year is not known. Correct it, or open the year.',
  region: 'This is not one of the nine regions. Correct it.',
  need: 'This is not a need code. Correct it: ASD, SEMH, MLD, SLD, PMLD and so on.',
  phase: 'This phase is not known. Correct it.',
  district: 'This postcode district is not known. Correct it.',
  authority: 'No local authority has this code. Correct it.',
  calendar: 'There is no school calendar of this name. Correct it or empty the cell.',
  trainingDay: 'No training day is on this date. Correct it, or add the training day.',
};

/** What stands on the registers that rows may name; each is read once, when it is first asked for. */
export class Registers {
  private readonly known = new Map<Register, Promise<Set<string>>>();

  constructor(private readonly manager: EntityManager) {}

  namesOf(register: Register): Promise<Set<string>> {
    const known = this.known.get(register);
    if (known) return known;
    const read = this.read(register);
    this.known.set(register, read);
    return read;
  }

  private async read(register: Register): Promise<Set<string>> {
    const rows: { name: string }[] = await this.manager.query(QUERIES[register]);
    return new Set(rows.map((row) => row.name));
  }
}

/** What to say of a name that is not on its register. */
export function unknownInWords(register: Register): string {
  return UNKNOWN[register];
}
