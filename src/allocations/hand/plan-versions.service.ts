import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { brokenConstraint } from '../../platform/database.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { planByHand } from '../../solver/hand/assess.js';
import { type Edit, isSameRow, startingRows } from '../../solver/hand/edits.js';
import { pinsAfter } from '../../solver/hand/pin-edits.js';
import { effectOf } from '../../solver/hand/effect.js';
import { type Plan } from '../../solver/plan.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { type PlanView } from '../plans/plan.schema.js';
import { Plans } from '../plans/plans.service.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { frozenTerm, storeFrozenProblem } from '../runs/frozen-problems.js';
import { withPins } from '../runs/pins-by-hand.js';
import { termFreezer, type TermFreezer } from '../runs/term-freezer.js';
import { reviewChanges } from '../summary/effect-words.js';
import { planNames, type PlanNames } from '../summary/plan-names.js';
import { breaksRules, hasNewerVersion, refuseUnknownNames } from './edit-refusals.js';
import { refuseEdits } from './edited-plan.js';
import { type PlanStart, type VersionRequest } from './edit-request.schema.js';
import { type VersionsView } from './hand-view.schema.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { lineOf } from './plan-line.js';

/** Keeping plans made by hand: each save is a new version; what was saved never changes. */
@Injectable()
export class PlanVersions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly opened: OpenedPlans,
    private readonly plans: Plans,
    private readonly clock: Clock,
    private readonly author: Author,
    @Inject(termFreezer) private readonly freezeTerm: TermFreezer,
  ) {}

  /**
   * Saves the plan with the edits, or as an earlier version was, as the version after it.
   *
   * @throws Refusal when there is no such plan; when somebody saved a later version meanwhile, telling
   * what changed; when it would break a rule, each in words; when nothing would be different
   */
  async save(planId: string, request: VersionRequest): Promise<PlanView> {
    const opened = await this.opened.open(planId, 'edit');
    const { stored, names } = opened;
    const line = await lineOf(this.dataSource.manager, planId);
    const newest = line.at(-1) ?? stored;
    if (newest.id !== stored.id) throw hasNewerVersion(stored, newest, names);
    const { content, frozen } =
      'asVersion' in request
        ? { content: earlierContent(line, request.asVersion), frozen: undefined }
        : editedContent(opened, request.edits);
    const isSamePins = content.problem === stored.problemSha256;
    if (isSamePins && reviewChanges(stored.content.reviews, content.reviews, names).length === 0) {
      throw new Refusal(
        'NOTHING_TO_SAVE',
        `The plan would be as version ${stored.version} is, so there is nothing to save.`,
      );
    }
    const next = { parent: stored, content, note: request.note ?? null, frozen };
    try {
      return await this.plans.get(await this.dataSource.transaction((m) => this.store(m, next)));
    } catch (error) {
      if (brokenConstraint(error) !== 'plan_has_one_next_version') throw error;
      // Two saved at the same moment, and the other one was first.
      const first = (await lineOf(this.dataSource.manager, planId)).at(-1);
      throw hasNewerVersion(stored, first ?? stored, names);
    }
  }

  /** All versions of the plan's line, with what each changed. @throws Refusal when there is no such plan */
  async list(planId: string): Promise<VersionsView> {
    const { names } = await this.opened.open(planId, 'edit');
    const line = await lineOf(this.dataSource.manager, planId);
    return { items: line.map((plan, index) => versionView(plan, line, index, names)) };
  }

  /**
   * Begins a plan by hand: freezes the term's problem as the registers stand, with nobody anywhere but
   * where pins name a lead and a slot, and then the edits.
   *
   * @throws Refusal when the term cannot be frozen, an edit names what its problem does not have, or the
   * plan would break a rule
   */
  async start(termId: string, { policy, edits = [], note }: PlanStart): Promise<PlanView> {
    const frozen = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      frozenTerm(manager, this.freezeTerm, { termId, policy, today: this.clock.today() }),
    );
    const problem = readProblem(frozen.bytes);
    refuseUnknownNames(problem, edits);
    const names = planNames(frozen.context, problem);
    const content = legalContent(problem, startingRows(problem), edits, frozen.sha256, names);
    const id = await this.dataSource.transaction(async (manager) => {
      await storeFrozenProblem(manager, frozen);
      return this.store(manager, {
        parent: null,
        termId,
        content,
        note: note ?? null,
        policy: frozen.policyName,
      });
    });
    return this.plans.get(id);
  }

  private async store(manager: EntityManager, next: NextVersion): Promise<string> {
    const { parent, content, note } = next;
    if (parent && next.frozen) await storeFrozenProblem(manager, next.frozen);
    const version = (parent?.version ?? 0) + 1;
    const author = this.author.name;
    const [row]: { id: string }[] = await manager.query(
      `INSERT INTO plan (parent_id, term_id, version, problem_sha256, status, content, author, note)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) RETURNING id`,
      [
        parent?.id ?? null,
        parent ? parent.termId : next.termId,
        version,
        content.problem,
        content.status,
        JSON.stringify(content),
        author,
        note,
      ],
    );
    if (row === undefined) throw new Error('The database stored a plan without giving its id.');
    await recordAudit(manager, {
      actor: author,
      action: parent ? 'plan version saved' : 'plan begun by hand',
      subject: 'plan',
      subjectId: row.id,
      ...(parent ? { before: { plan: parent.id, version: parent.version } } : {}),
      after: { version, ...(parent ? changedRows(parent, content) : { policy: next.policy }) },
      reason: note ?? undefined,
    });
    return row.id;
  }
}

type NextVersion = { content: Plan; note: string | null } & (
  | {
      parent: StoredPlan;
      /** Left out: that of the parent, or of an earlier version. */ frozen:
        FrozenProblem | undefined;
    }
  | { parent: null; termId: string; policy: string }
);

/** The plan with the edits, and its problem where its pins change. */
function editedContent(
  opened: OpenedPlan,
  edits: readonly Edit[],
): { content: Plan; frozen: FrozenProblem } {
  const { problem, frozen, stored, names, held } = opened;
  refuseEdits(opened, edits);
  const rows = stored.content.reviews;
  const pinned = pinsAfter(problem, rows, edits);
  const next = pinned === problem ? frozen : withPins(frozen, pinned, held);
  const content = legalContent(problem, rows, edits, next.sha256, names);
  const isAsBefore = rows.every((row, index) => isSameRow(row, content.reviews[index] ?? row));
  const onlyPinsMore = problem.pins.every((pin) => pinned.pins.includes(pin));
  return {
    // Pins only take plans away: what no other plan betters stays so among fewer.
    content: isAsBefore && onlyPinsMore ? { ...stored.content, problem: next.sha256 } : content,
    frozen: next,
  };
}

/** @throws Refusal when the plan with the edits breaks a rule */
function legalContent(
  problem: Problem,
  rows: readonly SeatRow[],
  edits: readonly Edit[],
  sha256: string,
  names: PlanNames,
): Plan {
  const effect = effectOf(problem, rows, edits);
  if (!effect.isLegal) throw breaksRules(effect.after.breaches, names);
  return planByHand(problem, effect.rows, effect.after.values, sha256);
}

/** As it was, with all that had been proven about it. */
function earlierContent(line: readonly StoredPlan[], version: number): Plan {
  const found = line.find((plan) => plan.version === version);
  if (found) return found.content;
  const newest = line.at(-1)?.version ?? 0;
  throw new Refusal(
    'NO_SUCH_VERSION',
    `There is no version ${version} of this plan; choose one from 1 to ${newest}.`,
  );
}

/** References only: names are personal data. */
function changedRows(parent: StoredPlan, content: Plan): { changed: SeatRow[] } {
  const before = new Map(parent.content.reviews.map((row) => [row.review, row]));
  const isChanged = (row: SeatRow): boolean => {
    const was = before.get(row.review);
    return was === undefined || !isSameRow(was, row);
  };
  return { changed: content.reviews.filter(isChanged) };
}

function versionView(
  plan: StoredPlan,
  line: readonly StoredPlan[],
  index: number,
  names: PlanNames,
): VersionsView['items'][number] {
  const before = line[index - 1];
  return {
    id: plan.id,
    version: plan.version,
    isNewest: index === line.length - 1,
    runId: plan.runId,
    parentId: plan.parentId,
    author: plan.author,
    note: plan.note,
    createdAt: plan.createdAt.toISOString(),
    status: plan.status,
    aims: plan.content.aims,
    changes: before ? reviewChanges(before.content.reviews, plan.content.reviews, names) : [],
  };
}
