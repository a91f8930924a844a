import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../../audit/changed-meanwhile.js';
import { recordAudit } from '../../audit/audit.js';
import { brokenConstraint } from '../../platform/database.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type ScenarioQuestion } from './freeze-scenario.js';

/**
 * Scenarios under a name. They belong to the whole office. A deleted one can be put back; what was changed by whom stands in
 * the audit trail with what was before.
 */

export interface ScenarioDraft extends ScenarioQuestion {
  name: string;
}

export interface StoredScenario extends ScenarioDraft {
  id: string;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
  version: number;
}

const COLUMNS = `id, name, academic_year AS "academicYear", term_id AS term, changes, keeps_plan AS "keepsPlan",
  created_by AS "createdBy", created_at AS "createdAt", changed_by AS "changedBy", changed_at AS "changedAt", version`;

/** All that are not deleted, the latest changed first. */
export async function scenarios(manager: EntityManager): Promise<StoredScenario[]> {
  return manager.query(
    `SELECT ${COLUMNS} FROM scenario WHERE removed_at IS NULL ORDER BY changed_at DESC, id`,
  );
}

/** @throws Refusal when there is no such scenario */
export async function scenarioById(manager: EntityManager, id: string): Promise<StoredScenario> {
  const [found] = await manager.query<StoredScenario[]>(
    `SELECT ${COLUMNS} FROM scenario WHERE id = $1 AND removed_at IS NULL`,
    [id],
  );
  if (found === undefined) throw noSuchScenario(id);
  return found;
}

/** @throws Refusal when there is one of that name */
export async function createScenario(
  manager: EntityManager,
  draft: ScenarioDraft,
  author: string,
): Promise<string> {
  const { name, academicYear, term, changes, keepsPlan } = draft;
  const [created] = await manager
    .query<{ id: string }[]>(
      `INSERT INTO scenario (name, academic_year, term_id, changes, keeps_plan, created_by, changed_by)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6, $6) RETURNING id`,
      [name, academicYear, term, JSON.stringify(changes), keepsPlan, author],
    )
    .catch((error: unknown) => {
      throw inWords(error, name);
    });
  if (created === undefined) throw new Error('The database stored a scenario without its id.');
  await trace(manager, 'scenario saved', created.id, { after: draft }, author);
  return created.id;
}

/** @throws Refusal when there is no such scenario, it was changed since, or its new name is taken */
export async function changeScenario(
  manager: EntityManager,
  id: string,
  version: number,
  draft: ScenarioDraft,
  author: string,
): Promise<void> {
  const before = await scenarioById(manager, id);
  const { name, academicYear, term, changes, keepsPlan } = draft;
  const [, changed] = await manager
    .query<[unknown[], number]>(
      `UPDATE scenario SET name = $3, academic_year = $4, term_id = $5, changes = $6::jsonb, keeps_plan = $7,
         changed_by = $8, changed_at = clock_timestamp(), version = version + 1
       WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
      [id, version, name, academicYear, term, JSON.stringify(changes), keepsPlan, author],
    )
    .catch((error: unknown) => {
      throw inWords(error, name);
    });
  if (changed === 0) throw await changedSince(manager, id, version);
  await trace(manager, 'scenario changed', id, { before: draftOf(before), after: draft }, author);
}

/** That somebody else changed the scenario. @throws Refusal when it was deleted */
async function changedSince(manager: EntityManager, id: string, seen: number): Promise<Refusal> {
  const { name, version } = await scenarioById(manager, id);
  const about = { subject: 'scenario', subjectId: id };
  return changedMeanwhile(manager, `The scenario “${name}”`, about, { version, seen });
}

/** Nothing is lost: `restoreScenario` puts it back. @throws Refusal when there is no such one, or it was changed since */
export async function removeScenario(
  manager: EntityManager,
  id: string,
  version: number,
  author: string,
): Promise<void> {
  const before = await scenarioById(manager, id);
  const [, removed] = await manager.query<[unknown[], number]>(
    `UPDATE scenario SET removed_at = clock_timestamp(), version = version + 1
     WHERE id = $1 AND version = $2 AND removed_at IS NULL`,
    [id, version],
  );
  if (removed === 0) throw await changedSince(manager, id, version);
  await trace(manager, 'scenario deleted', id, { before: draftOf(before) }, author);
}

/** Puts a deleted one back as it was. @throws Refusal when there was none, or its name is taken by now */
export async function restoreScenario(
  manager: EntityManager,
  id: string,
  author: string,
): Promise<void> {
  const [known] = await manager.query<{ name: string }[]>(
    'SELECT name FROM scenario WHERE id = $1',
    [id],
  );
  if (known === undefined) throw noSuchScenario(id);
  const [, restored] = await manager
    .query<[unknown[], number]>(
      `UPDATE scenario SET removed_at = NULL, version = version + 1
       WHERE id = $1 AND removed_at IS NOT NULL`,
      [id],
    )
    .catch((error: unknown) => {
      throw inWords(error, known.name);
    });
  if (restored === 0) return;
  await trace(manager, 'scenario put back', id, { after: { name: known.name } }, author);
}

function draftOf({ name, academicYear, term, changes, keepsPlan }: StoredScenario): ScenarioDraft {
  return { name, academicYear, term, changes, keepsPlan };
}

function noSuchScenario(id: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no scenario ${id}. Somebody may have deleted it.`);
}

function inWords(error: unknown, name: string): unknown {
  if (brokenConstraint(error) !== 'scenario_name') return error;
  return new Refusal(
    'ALREADY_THERE',
    `There is a scenario called “${name}” already. Choose another name.`,
  );
}

async function trace(
  manager: EntityManager,
  action: string,
  subjectId: string,
  change: { before?: object; after?: object },
  actor: string,
): Promise<void> {
  await recordAudit(manager, { actor, action, subject: 'scenario', subjectId, ...change });
}
