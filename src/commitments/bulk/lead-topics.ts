import type { EntityManager } from 'typeorm';
import { periodInWords } from '../../calendar/words.js';
import { believedAbout } from '../../reviewers/believed-facts.js';
import { factInWords } from '../../reviewers/fact-words.js';
import { reviewerByCode } from '../../reviewers/register.js';
import { storedContracts, storedOverrides } from '../stored-contracts.js';
import { type Change, type LeadChange } from './lead-changes.schema.js';

/** Names by reference, as far as changes are told with them. */
export interface Names {
  people: ReadonlyMap<string, string>;
  /** Of phases and needs. */
  codes: ReadonlyMap<string, string>;
  /** Of schools by URN and of trusts by UID. */
  places: ReadonlyMap<string, string>;
}

interface Named {
  code: string;
  name: string;
}

/** Names of the people and of all that the changes could tell of: three statements however many. */
export async function loadNames(
  manager: EntityManager,
  items: readonly LeadChange[],
): Promise<Names> {
  const read = async (query: string, parameters: unknown[] = []): Promise<Map<string, string>> => {
    const rows = await manager.query<Named[]>(query, parameters);
    return new Map(rows.map(({ code, name }) => [code, name]));
  };
  return {
    people: await read(
      'SELECT code, name FROM lead_reviewer WHERE code = ANY ($1) AND removed_at IS NULL',
      [items.map(({ lead }) => lead)],
    ),
    codes: await read('SELECT code, name FROM phase UNION ALL SELECT code, name FROM need'),
    places: await read(
      'SELECT urn AS code, name FROM school UNION ALL SELECT uid, name FROM trust',
    ),
  };
}

/** What the changes are about as it stands, in words; each topic once. */
export async function sayTopics(
  manager: EntityManager,
  lead: string,
  changes: readonly Change[],
  names: Names,
): Promise<string> {
  const said = new Set<string>();
  for (const change of changes) said.add(await sayTopic(manager, lead, change, names));
  return [...said].join('. ');
}

async function sayTopic(
  manager: EntityManager,
  lead: string,
  change: Change,
  { codes, places }: Names,
): Promise<string> {
  switch (change.kind) {
    case 'FACT':
    case 'NO_FACT': {
      const facts = await believedAbout(manager, lead, change.fact);
      const nameOf = (reference: string): string => places.get(reference) ?? reference;
      const lines = facts.map((fact) => factInWords(fact, nameOf));
      return lines.length === 0 ? 'Nothing is recorded' : lines.join('; ');
    }
    case 'CONTRACT':
    case 'NO_CONTRACT': {
      const contracts = (await storedContracts(manager, [lead])).get(lead) ?? [];
      const lines = contracts.map(
        ({ academicYear, from, to }) => `${academicYear}: ${periodInWords(from, to ?? from)}`,
      );
      return lines.length === 0 ? 'No contract' : `Contract of ${lines.join('; ')}`;
    }
    case 'EXCEPTION': {
      const agreed = (await storedOverrides(manager, [lead])).get(lead) ?? [];
      const own = agreed.find(({ academicYear }) => academicYear === change.academicYear);
      return own === undefined
        ? `No exception for ${change.academicYear}`
        : `A minimum of ${own.minimum} agreed for ${change.academicYear}: ${own.reason}`;
    }
    case 'EXPERTISE': {
      const { phases, needs } = await reviewerByCode(manager, lead);
      const named = (of: readonly string[]): string =>
        of.length === 0 ? 'none' : of.map((code) => codes.get(code) ?? code).join(', ');
      return `Phases: ${named(phases)}. Needs: ${named(needs)}`;
    }
  }
}
