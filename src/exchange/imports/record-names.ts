import { type EntityManager } from 'typeorm';
import { type Row } from '../columns/column.js';
import { kindNamed } from '../record-kinds.js';

/** A record of an import: its kind, what names it, and what is known of it. */
export interface NamedRecord {
  kind: string;
  key: string;
  before?: Row | null;
  after?: Row | null;
}

/** Names of people and schools by their references, as the registers and the import itself have them. */
export class RecordNames {
  private constructor(private readonly byReference: ReadonlyMap<string, string>) {}

  static async of(
    manager: EntityManager,
    importId: string,
    keys: readonly string[],
  ): Promise<RecordNames> {
    const references = [...new Set(keys.flatMap((key) => key.split(' · ')))];
    const rows: { reference: string; name: string }[] = await manager.query(
      `SELECT code AS reference, name FROM lead_reviewer WHERE code = ANY ($1::text[])
       UNION ALL SELECT urn, name FROM school WHERE urn = ANY ($1::text[])
       UNION ALL SELECT r.code, s.name FROM review r JOIN school s ON s.urn = r.urn WHERE r.code = ANY ($1::text[])
       UNION ALL SELECT subject_id, after ->> 'Name' FROM import_change
         WHERE import_id = $2 AND subject IN ('schools', 'lead-reviewers') AND subject_id = ANY ($1::text[])
           AND after ->> 'Name' IS NOT NULL`,
      [references, importId],
    );
    return new RecordNames(new Map(rows.map(({ reference, name }) => [reference, name])));
  }

  /** "Heath School"; the key itself where no name is known. */
  nameOf({ kind, key, before, after }: NamedRecord): string {
    const own = (after ?? before)?.Name;
    const isRegister = kindNamed(kind)?.adds !== undefined;
    if (isRegister && typeof own === 'string') return own;
    const names = key.split(' · ').flatMap((part) => this.byReference.get(part) ?? []);
    return names.length === 0 ? key : names.join(', ');
  }
}

/** References of people, schools and reviews whose names hold the text; at most so many as anybody reads. */
export async function referencesNamed(
  manager: EntityManager,
  text: string | undefined,
): Promise<string[]> {
  if (text === undefined) return [];
  const rows: { reference: string }[] = await manager.query(
    `SELECT code AS reference FROM lead_reviewer WHERE strpos(lower(name), lower($1)) > 0
     UNION ALL SELECT urn FROM school WHERE strpos(lower(name), lower($1)) > 0
     UNION ALL SELECT r.code FROM review r JOIN school s ON s.urn = r.urn WHERE strpos(lower(s.name), lower($1)) > 0
     LIMIT 5000`,
    [text],
  );
  return rows.map(({ reference }) => reference);
}
