import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../../audit/changed-meanwhile.js';
import { recordAudit } from '../../audit/audit.js';
import { brokenConstraint } from '../../platform/database.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type RegisterName } from '../register.schema.js';
import { type SavedViewView, type ViewInput } from './saved-view.schema.js';

/**
 * Views of a register that somebody named: which rows and columns, in which order. They belong to the whole office.
 * A deleted one can be put back; who did what stands in the audit trail.
 */

interface StoredView extends Omit<SavedViewView, 'savedAt'> {
  savedAt: Date;
}

const COLUMNS = `id, name, search, saved_by AS "savedBy", saved_at AS "savedAt", version`;

/** The views of a register by name. */
export async function savedViews(
  manager: EntityManager,
  register: RegisterName,
): Promise<SavedViewView[]> {
  const rows: StoredView[] = await manager.query(
    `SELECT ${COLUMNS} FROM saved_view WHERE register = $1 AND removed_at IS NULL
     ORDER BY lower(name)`,
    [register],
  );
  return rows.map(viewOf);
}

/** @throws Refusal when the register has no such view */
export async function savedView(
  manager: EntityManager,
  register: RegisterName,
  id: string,
): Promise<SavedViewView> {
  return viewOf(await viewById(manager, register, id));
}

/** @throws Refusal when the register has a view of that name */
export async function saveView(
  manager: EntityManager,
  register: RegisterName,
  { name, search }: ViewInput,
  author: string,
): Promise<SavedViewView> {
  const [saved] = await manager
    .query<[StoredView]>(
      `INSERT INTO saved_view (register, name, search, saved_by) VALUES ($1, $2, $3, $4)
       RETURNING ${COLUMNS}`,
      [register, name, JSON.stringify(search), author],
    )
    .catch((error: unknown) => {
      throw inWords(error, name);
    });
  await trace(manager, 'view saved', saved.id, { after: { register, name, search } }, author);
  return viewOf(saved);
}

/** @throws Refusal when there is no such view, it was changed since, or its new name is taken */
export async function changeView(
  manager: EntityManager,
  register: RegisterName,
  id: string,
  version: number,
  { name, search }: ViewInput,
  author: string,
): Promise<SavedViewView> {
  const before = await viewById(manager, register, id);
  const [[changed]] = await manager
    .query<[StoredView[], number]>(
      `UPDATE saved_view SET name = $3, search = $4, saved_by = $5, saved_at = clock_timestamp(),
         version = version + 1
       WHERE id = $1 AND version = $2 AND removed_at IS NULL RETURNING ${COLUMNS}`,
      [id, version, name, JSON.stringify(search), author],
    )
    .catch((error: unknown) => {
      throw inWords(error, name);
    });
  if (changed === undefined) throw await changedSince(manager, register, id, version);
  await trace(
    manager,
    'view changed',
    id,
    { before: { name: before.name, search: before.search }, after: { name, search } },
    author,
  );
  return viewOf(changed);
}

/** That somebody else changed the view. @throws Refusal when it was deleted */
async function changedSince(
  manager: EntityManager,
  register: RegisterName,
  id: string,
  seen: number,
): Promise<Refusal> {
  const { name, version } = await viewById(manager, register, id);
  const about = { subject: 'saved_view', subjectId: id };
  return changedMeanwhile(manager, `The view “${name}”`, about, { version, seen });
}

/** Nothing is lost: `restoreView` puts it back. @throws Refusal when there is no such view, or it was changed since */
export async function removeView(
  manager: EntityManager,
  register: RegisterName,
  id: string,
  version: number,
  author: string,
): Promise<void> {
  const { name } = await viewById(manager, register, id);
  const [, removed] = await manager.query<[unknown[], number]>(
    `UPDATE saved_view SET removed_at = clock_timestamp(), version = version + 1
     WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
    [id, version],
  );
  if (removed === 0) throw await changedSince(manager, register, id, version);
  await trace(manager, 'view deleted', id, { before: { register, name } }, author);
}

/** Puts a deleted view back as it was. @throws Refusal when there was none, or its name is taken by now */
export async function restoreView(
  manager: EntityManager,
  register: RegisterName,
  id: string,
  author: string,
): Promise<SavedViewView> {
  const [known] = await manager.query<{ name: string }[]>(
    'SELECT name FROM saved_view WHERE id = $1 AND register = $2',
    [id, register],
  );
  if (known === undefined) throw noSuchView(id);
  const [[restored]] = await manager
    .query<[StoredView[], number]>(
      `UPDATE saved_view SET removed_at = NULL, version = version + 1
       WHERE id = $1 AND removed_at IS NOT NULL RETURNING ${COLUMNS}`,
      [id],
    )
    .catch((error: unknown) => {
      throw inWords(error, known.name);
    });
  if (restored === undefined) return viewOf(await viewById(manager, register, id));
  await trace(manager, 'view put back', id, { after: { register, name: known.name } }, author);
  return viewOf(restored);
}

async function viewById(
  manager: EntityManager,
  register: RegisterName,
  id: string,
): Promise<StoredView> {
  const [view] = await manager.query<StoredView[]>(
    `SELECT ${COLUMNS} FROM saved_view WHERE id = $1 AND register = $2 AND removed_at IS NULL`,
    [id, register],
  );
  if (view === undefined) throw noSuchView(id);
  return view;
}

function noSuchView(id: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no saved view ${id}. Somebody may have deleted it.`);
}

function viewOf(view: StoredView): SavedViewView {
  return { ...view, savedAt: view.savedAt.toISOString() };
}

function inWords(error: unknown, name: string): unknown {
  if (brokenConstraint(error) !== 'saved_view_name') return error;
  return new Refusal(
    'ALREADY_THERE',
    `There is a view called “${name}” already. Choose another name.`,
  );
}

async function trace(
  manager: EntityManager,
  action: string,
  subjectId: string,
  change: { before?: object; after?: object },
  actor: string,
): Promise<void> {
  await recordAudit(manager, { actor, action, subject: 'saved_view', subjectId, ...change });
}
