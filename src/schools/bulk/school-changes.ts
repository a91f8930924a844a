import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../../audit/changed-meanwhile.js';
import { dateInWords, periodInWords } from '../../calendar/words.js';
import { tryEach } from '../../platform/bulk/changes-of-many.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { editSchool } from '../edit-school.js';
import { admit, dismiss, membershipsOf } from '../membership.js';
import { schoolByUrn, type StoredSchool } from '../school-register.js';
import { PHASE_WORDS } from '../school-record.js';
import {
  type Change,
  type SchoolChange,
  type SchoolChangesResult,
  type Shared,
} from './school-changes.schema.js';

/** Many schools changed at once; whether all are kept is for the caller to decide. */
export async function changeSchools(
  manager: EntityManager,
  items: readonly SchoolChange[],
  author: string,
): Promise<SchoolChangesResult> {
  const names = await namesOf(manager, items);
  const tried = await tryEach(manager, items, (item) => {
    const name = names.get(item.urn) ?? null;
    return {
      named: { urn: item.urn, name },
      said: async () => (name === null ? null : said(manager, item, names)),
      make: (inner) => changeSchoolSo(inner, item, author),
    };
  });
  // Backwards, as a school may be named twice.
  return { ...tried, undo: tried.undo.reverse() };
}

/** @returns the change that takes it back */
async function changeSchoolSo(
  manager: EntityManager,
  { urn, revision, changes }: SchoolChange,
  author: string,
): Promise<SchoolChange> {
  // One after the other: what is read here is what is changed.
  await manager.query('SELECT FROM school WHERE urn = $1 FOR NO KEY UPDATE', [urn]);
  const { name } = await schoolByUrn(manager, urn);
  const version = await currentRevision(manager, urn);
  if (version !== revision) {
    // A revision counts rows, of which one change may write several: the last change is told.
    const about = { subject: 'school', subjectId: urn };
    throw await changedMeanwhile(manager, name, about, { version, seen: version - 1 });
  }
  const back: Change[] = [];
  for (const change of changes) {
    const undo = await undoOf(manager, urn, change);
    if (await make(manager, urn, change, author)) back.unshift(...undo);
  }
  if (back.length === 0) throw new Refusal('SO_ALREADY', 'It is so already: nothing would change.');
  return { urn, revision: await currentRevision(manager, urn), changes: back };
}

/** @returns whether anything changed */
async function make(
  manager: EntityManager,
  urn: string,
  change: Change,
  author: string,
): Promise<boolean> {
  if (change.kind === 'FACTS') {
    const school = await schoolByUrn(manager, urn);
    const isNew = fieldsOf(change.edit).some(
      (field) => JSON.stringify(school[field]) !== JSON.stringify(change.edit[field]),
    );
    if (isNew) await editSchool(manager, urn, school.version, change.edit, author);
    return isNew;
  }
  const period = { from: change.from, to: change.to ?? null };
  return (change.kind === 'MEMBER' ? admit : dismiss)(manager, urn, period, author);
}

/** What brings back what is believed now, in order. */
async function undoOf(manager: EntityManager, urn: string, change: Change): Promise<Change[]> {
  if (change.kind === 'FACTS') {
    const school = await schoolByUrn(manager, urn);
    const before = fieldsOf(change.edit).map((field) => [field, school[field]]);
    return [{ kind: 'FACTS', edit: Object.fromEntries(before) as Shared }];
  }
  const { from, to = null } = change;
  const touched = (await membershipsOf(manager, urn)).filter(
    (each) => (to === null || each.from <= to) && (each.to === null || from <= each.to),
  );
  return [
    { kind: 'NO_MEMBER', from, to },
    ...touched.map((each): Change => ({ kind: 'MEMBER', ...each })),
  ];
}

/** What the changes are about as it stands, each topic once. */
async function said(
  manager: EntityManager,
  { urn, changes }: SchoolChange,
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const topics = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'FACTS') {
      const school = await schoolByUrn(manager, urn);
      for (const field of fieldsOf(change.edit)) topics.add(factSaid(school, field, names));
    } else topics.add(membershipSaid(await membershipsOf(manager, urn)));
  }
  return [...topics].join('. ');
}

const STATUSES: Readonly<Record<StoredSchool['status'], string>> = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  PROPOSED_TO_CLOSE: 'Proposed to close',
  PROPOSED_TO_OPEN: 'Proposed to open',
};

function factSaid(
  school: StoredSchool,
  field: keyof Shared,
  names: ReadonlyMap<string, string>,
): string {
  const named = (code: string | null, none: string): string =>
    code === null ? none : (names.get(code) ?? code);
  switch (field) {
    case 'phase':
      return `Phase: ${school.phase === null ? 'not known' : PHASE_WORDS[school.phase]}`;
    case 'trust':
      return `Trust: ${school.trust?.name ?? 'none'}`;
    case 'laCode':
      return `Local authority: ${named(school.laCode, 'not known')}`;
    case 'region':
      return `Region: ${school.region}`;
    case 'calendarId':
      return `Term dates: ${named(school.calendarId, 'the programme’s usual ones')}`;
    case 'status':
      return `Status: ${STATUSES[school.status]}`;
  }
}

function membershipSaid(periods: readonly { from: string; to: string | null }[]): string {
  if (periods.length === 0) return 'Never a member';
  const spans = periods.map(({ from, to }) =>
    to === null ? `from ${dateInWords(from)}` : periodInWords(from, to),
  );
  return `Member ${spans.join('; ')}`;
}

function fieldsOf(edit: Shared): (keyof Shared)[] {
  return (Object.keys(edit) as (keyof Shared)[]).filter((field) => edit[field] !== undefined);
}

/**
 * The revision of a school: it rises with whatever is changed of it, its membership included. Rows of facts are only added
 * and superseded, so that counting both is enough.
 */
async function currentRevision(manager: EntityManager, urn: string): Promise<number> {
  const [found] = await manager.query<{ revision: number }[]>(
    `SELECT (version + (SELECT count(*) + count(superseded_at) FROM membership WHERE urn = $1))::int AS revision
     FROM school WHERE urn = $1`,
    [urn],
  );
  return found?.revision ?? 0;
}

/** Schools by URN, authorities and calendars by their codes. */
async function namesOf(
  manager: EntityManager,
  items: readonly SchoolChange[],
): Promise<Map<string, string>> {
  const rows: { code: string; name: string }[] = await manager.query(
    `SELECT urn AS code, name FROM school WHERE urn = ANY ($1) AND removed_at IS NULL
     UNION ALL SELECT code, name FROM local_authority UNION ALL SELECT id, name FROM school_calendar`,
    [items.map(({ urn }) => urn)],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
