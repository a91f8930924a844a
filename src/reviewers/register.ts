import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { recordAudit } from '../audit/audit.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';

/** What the register says of a Lead Reviewer, apart from dated facts. */
export interface ReviewerEntry {
  /** The reference used in files and problems, such as LR-001: never a name. */
  code: string;
  name: string;
  email: string | null;
  /** Such as LS6: it locates a home well enough and reveals less than an address. */
  postcodeDistrict: string;
  phases: string[];
  /** DfE need codes. */
  needs: string[];
  /** Reviews led before this register began, for "experienced". */
  reviewsLedBefore: number;
  /** Invented for the sample. */
  synthetic: boolean;
}

export interface RegisteredReviewer extends ReviewerEntry {
  id: string;
  version: number;
}

const columns = `id, code, name, email, postcode_district AS "postcodeDistrict", phases, needs,
  reviews_led_before AS "reviewsLedBefore", synthetic, version`;

/** People on the register by reference, from after one on; standing as it is on the day. */
export async function registeredReviewers(
  manager: EntityManager,
  filter: {
    standing?: string | undefined;
    text?: string | undefined;
    after?: string | undefined;
    limit: number;
    today: string;
  },
): Promise<(RegisteredReviewer & { standing: string | null })[]> {
  return manager.query(
    `SELECT ${columns}, st.standing FROM lead_reviewer l
     LEFT JOIN LATERAL (SELECT standing FROM standing s
       WHERE s.lead_id = l.id AND s.superseded_at IS NULL AND s.valid @> $5::date) st ON true
     WHERE removed_at IS NULL AND ($1::text IS NULL OR st.standing = $1)
       AND ($2::text IS NULL OR strpos(lower(name || ' ' || code), lower($2)) > 0)
       AND ($3::text IS NULL OR code COLLATE "C" > $3)
     ORDER BY code COLLATE "C" LIMIT $4`,
    [
      filter.standing ?? null,
      filter.text ?? null,
      filter.after ?? null,
      filter.limit,
      filter.today,
    ],
  );
}

/** @throws Refusal when nobody on the register has this reference */
export async function reviewerByCode(
  manager: EntityManager,
  code: string,
): Promise<RegisteredReviewer> {
  const [found] = await manager.query<RegisteredReviewer[]>(
    `SELECT ${columns} FROM lead_reviewer WHERE code = $1 AND removed_at IS NULL`,
    [code],
  );
  if (found === undefined) throw new Refusal('NOT_FOUND', `There is no Lead Reviewer ${code}.`);
  return found;
}

/**
 * Puts somebody on the register.
 *
 * @throws Refusal when the reference is taken, or a phase, need or postcode district is not known
 */
export async function register(
  manager: EntityManager,
  entry: ReviewerEntry,
  author: string,
): Promise<RegisteredReviewer> {
  await refuseUnknownCodes(manager, entry);
  try {
    await manager.query(
      `INSERT INTO lead_reviewer
         (code, name, email, postcode_district, phases, needs, reviews_led_before, synthetic)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      valuesOf(entry),
    );
  } catch (error) {
    throw inWords(error, entry);
  }
  await trace(manager, 'Lead Reviewer registered', entry.code, undefined, entry, author);
  return reviewerByCode(manager, entry.code);
}

/**
 * Changes what the register says of somebody; the reference stays.
 *
 * @param version the version the change was made from
 * @throws Refusal when they are not on the register or were changed since
 */
export async function changeReviewer(
  manager: EntityManager,
  code: string,
  version: number,
  changes: Partial<Omit<ReviewerEntry, 'code'>>,
  author: string,
): Promise<RegisteredReviewer> {
  const before = await reviewerByCode(manager, code);
  const after = { ...before, ...changes };
  await refuseUnknownCodes(manager, after);
  const [, changed] = await manager
    .query<[unknown[], number]>(
      `UPDATE lead_reviewer SET name = $2, email = $3, postcode_district = $4, phases = $5,
         needs = $6, reviews_led_before = $7, synthetic = $8, version = version + 1
       WHERE code = $1 AND version = $9 AND removed_at IS NULL`,
      [...valuesOf(after), version],
    )
    .catch((error: unknown) => {
      throw inWords(error, after);
    });
  if (changed === 0) {
    const about = { subject: 'lead_reviewer', subjectId: code };
    const now = await reviewerByCode(manager, code);
    throw await changedMeanwhile(manager, now.name, about, { version: now.version, seen: version });
  }
  await trace(manager, 'Lead Reviewer changed', code, before, after, author);
  return reviewerByCode(manager, code);
}

function valuesOf(entry: ReviewerEntry): unknown[] {
  return [
    entry.code,
    entry.name,
    entry.email,
    entry.postcodeDistrict,
    entry.phases,
    entry.needs,
    entry.reviewsLedBefore,
    entry.synthetic,
  ];
}

/** Arrays have no foreign keys: what they name is checked here. */
async function refuseUnknownCodes(
  manager: EntityManager,
  entry: Pick<ReviewerEntry, 'phases' | 'needs'>,
): Promise<void> {
  const unknown: { code: string }[] = await manager.query(
    `SELECT code FROM unnest($1::text[]) AS code WHERE code NOT IN (SELECT code FROM phase)
     UNION ALL
     SELECT code FROM unnest($2::text[]) AS code WHERE code NOT IN (SELECT code FROM need)`,
    [entry.phases, entry.needs],
  );
  if (unknown.length > 0) {
    const codes = unknown.map(({ code }) => code).join(', ');
    const isPhase = entry.phases.includes(unknown[0]?.code ?? '');
    throw refusedField(
      'UNKNOWN_CODE',
      isPhase ? 'phases' : 'needs',
      `Not a phase or need we know: ${codes}. Use the codes of the lists.`,
    );
  }
}

/** A refusal for what one field says, which a form shows beside it. */
function refusedField(
  code: string,
  field: keyof ReviewerEntry,
  message: string,
  status: 409 | 422 = 422,
): Refusal {
  return new Refusal(code, message, status, [{ pointer: `#/${field}`, field, message }]);
}

function inWords(error: unknown, entry: ReviewerEntry): unknown {
  switch (databaseErrorCode(error)) {
    case '23505':
      return refusedField(
        'ALREADY_THERE',
        'code',
        `The reference ${entry.code} is taken. Choose another.`,
        409,
      );
    case '23503':
      return refusedField(
        'UNKNOWN_POSTCODE_DISTRICT',
        'postcodeDistrict',
        `${entry.postcodeDistrict} is not a postcode district we know. Give the part before the space, such as LS6.`,
      );
    default:
      return error;
  }
}

/** Names and addresses stay out of the trail: it says which fields changed, and the new expertise. */
async function trace(
  manager: EntityManager,
  action: string,
  code: string,
  before: ReviewerEntry | undefined,
  after: ReviewerEntry,
  actor: string,
): Promise<void> {
  const open = ({ phases, needs, reviewsLedBefore, synthetic }: ReviewerEntry): object => ({
    phases,
    needs,
    reviewsLedBefore,
    synthetic,
  });
  const personal = (['name', 'email', 'postcodeDistrict'] as const).filter(
    (field) => before?.[field] !== after[field],
  );
  await recordAudit(manager, {
    actor,
    action,
    subject: 'lead_reviewer',
    subjectId: code,
    ...(before ? { before: open(before) } : {}),
    after: { ...open(after), changedPersonalFields: personal },
  });
}
