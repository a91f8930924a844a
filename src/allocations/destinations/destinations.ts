import type { EntityManager } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { asInPattern } from '../../platform/text.js';
import type { Destinations } from './destinations.schema.js';

interface FoundSchool {
  urn: string;
  name: string;
  town: string | null;
  /** Of the review that the term has of it. */
  review: string | null;
}

interface FoundPerson {
  code: string;
  name: string;
  /** Of their home. */
  region: string;
}

/** So many of each kind: more would be typed on, not read. */
const MOST = 6;

/**
 * The schools and Lead Reviewers whose name or reference holds every word of a text, those first whose name begins with it.
 *
 * @throws Refusal when there is no such term
 */
export async function destinationsIn(
  manager: EntityManager,
  termId: string,
  text: string,
  today: string,
): Promise<Destinations> {
  await termById(manager, termId);
  const words = text.trim().split(/\s+/).map(asInPattern);
  const patterns = words.map((word) => `%${word}%`);
  const beginning = `${asInPattern(text.trim())}%`;
  const schools: FoundSchool[] = await manager.query(schoolsBy, [
    patterns,
    beginning,
    termId,
    today,
  ]);
  const people: FoundPerson[] = await manager.query(peopleBy, [patterns, beginning]);
  return { schools, people };
}

const schoolsBy = `
  SELECT s.urn, s.name, s.town, review.code AS review
  FROM school s
  LEFT JOIN LATERAL (
    SELECT r.code FROM review r
    JOIN review_state state ON state.review_id = r.id AND state.superseded_at IS NULL AND state.valid @> $4::date
    WHERE r.urn = s.urn AND r.removed_at IS NULL AND state.term_id = $3
    ORDER BY r.code LIMIT 1
  ) review ON true
  WHERE s.removed_at IS NULL
    AND (concat_ws(' ', s.name, s.short_name, s.town, s.urn, review.code)) ILIKE ALL ($1::text[])
  ORDER BY s.name NOT ILIKE $2, review.code IS NULL, lower(s.name), s.urn LIMIT ${MOST}`;

const peopleBy = `
  SELECT l.code, l.name, home.region
  FROM lead_reviewer l
  JOIN postcode_district home ON home.district = l.postcode_district
  WHERE l.removed_at IS NULL AND (concat_ws(' ', l.name, l.code)) ILIKE ALL ($1::text[])
  ORDER BY l.name NOT ILIKE $2, lower(l.name), l.code LIMIT ${MOST}`;
