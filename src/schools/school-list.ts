import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/problems/refusal.js';
import { asInPattern } from '../platform/text.js';
import { selectSchools, type StoredSchool } from './school-register.js';
import { schoolView } from './school-view.js';
import { SchoolView, type SchoolPage, type SchoolQuery } from './school.schema.js';

/** What a page is ordered by; the URN settles ties, so that no school is shown twice or left out. */
const sortKey: Record<SchoolQuery['sort'], string> = {
  name: 'lower(s.name)',
  urn: 's.urn',
  region: 's.region',
};

/**
 * A page of the register.
 *
 * @param today the day on which membership is looked at
 * @throws Refusal when the cursor is not one of ours
 */
export async function listSchools(
  manager: EntityManager,
  query: SchoolQuery,
  today: string,
): Promise<SchoolPage> {
  const [afterKey, afterUrn] = query.cursor === undefined ? [null, null] : decoded(query.cursor);
  const key = sortKey[query.sort];
  const rows = await manager.query<(StoredSchool & { sortKey: string })[]>(
    `${selectSchools.replace('s.version', `s.version, ${key} AS "sortKey"`)}
     WHERE s.removed_at IS NULL
       AND ($1::text IS NULL OR s.region = $1)
       AND ($2::text IS NULL OR s.phase IS NOT DISTINCT FROM nullif($2, 'NOT_KNOWN'))
       AND ($3::text IS NULL OR s.trust_uid = $3)
       AND ($4::boolean IS NULL OR $4 = EXISTS (
         SELECT 1 FROM membership m
         WHERE m.urn = s.urn AND m.superseded_at IS NULL AND m.valid @> $5::date))
       AND ($6::text IS NULL OR s.status = $6)
       AND ($7::text IS NULL OR s.name ILIKE '%' || $7 || '%' OR s.town ILIKE '%' || $7 || '%'
         OR t.name ILIKE '%' || $7 || '%' OR s.urn LIKE $7 || '%' OR s.postcode ILIKE $7 || '%')
       AND ($8::text IS NULL OR (${key}, s.urn) > ($8, $9::text))
     ORDER BY ${key}, s.urn LIMIT $10`,
    [
      query.region ?? null,
      query.phase ?? null,
      query.trust ?? null,
      query.member ?? null,
      today,
      query.status ?? null,
      query.text === undefined ? null : asInPattern(query.text),
      afterKey,
      afterUrn,
      query.limit + 1,
    ],
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > shown.length && last !== undefined;
  return {
    items: shown.map((school) => SchoolView.parse(schoolView(school))),
    next: hasMore ? encoded([last.sortKey, last.urn]) : null,
  };
}

function encoded(place: [string, string]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decoded(cursor: string): [string, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(place) &&
      place.length === 2 &&
      place.every((part) => typeof part === 'string')
    ) {
      return place as [string, string];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal(
    'BAD_CURSOR',
    'The cursor is not the “next” of a page. Start without one.',
    400,
  );
}
