import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NamedSchool, shortSchoolNames } from '../../schools/short-names.js';
import { assess } from '../../solver/hand/assess.js';
import { type Edit, isSameRow } from '../../solver/hand/edits.js';
import { type Problem } from '../../solver/problem.js';
import { type EditedPlan, editedPlan } from '../hand/edited-plan.js';
import { lineOf } from '../hand/plan-line.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { type StoredPlan } from '../plans/plan.entity.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { breachInWords, reviewChanges } from '../summary/effect-words.js';
import { type PlanNames } from '../summary/plan-names.js';
import { counted, coveredInWords } from '../summary/phrases.js';
import { boardChips, type Chip, givenUpSeats, type ShownPlan } from './board-chips.js';
import { type BoardFacts, loadBoardFacts, noFacts } from './board-facts.js';
import { boardGroups, boardPeople, type Need, needOf } from './board-people.js';
import { boardWeeks } from './board-weeks.js';
import { type BoardView } from './board.schema.js';

/** A plan as people work at it: who, when, what waits, and what edits that are not saved yet come to. */
@Injectable()
export class Boards {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
  ) {}

  /** @throws Refusal when there is no such plan, or an edit names what it does not have */
  async board(planId: string, edits: readonly Edit[]): Promise<BoardView> {
    const opened = await this.plans.open(planId, edits.length === 0 ? 'show' : 'edit');
    const { stored } = opened;
    const edited = editedPlan(opened, edits);
    const { manager } = this.dataSource;
    const facts = stored.termId === null ? noFacts : await loadBoardFacts(manager, stored.termId);
    const line = await lineOf(manager, planId);
    return this.view(opened, edited, facts, line);
  }

  private view(
    opened: OpenedPlan,
    { problem, rows }: EditedPlan,
    facts: BoardFacts,
    line: readonly StoredPlan[],
  ): BoardView {
    const { stored, names, frozen, held } = opened;
    const context: Partial<SnapshotContext> = frozen.context;
    const saved = stored.content.reviews;
    const shown: ShownPlan = {
      problem,
      rows,
      saved,
      held,
      changedIn: versionsOfChange(stored, line),
      names,
      shortNames: shortNamesOf(opened.problem, context, names, facts),
    };
    const chips = boardChips(shown, facts);
    const people = boardPeople(shown, facts, context, chips);
    const { breaches } = assess(problem, rows);
    const covered = chips.filter(({ lead }) => lead !== null).length;
    return {
      plan: planOf(opened, line, facts),
      coverage: { covered, reviews: chips.length },
      words: coveredInWords({ covered, reviews: chips.length }),
      standing:
        breaches.length === 0
          ? 'No rule is broken.'
          : `${counted(breaches.length, 'rule is', 'rules are')} broken.`,
      breaches: breaches.map((breach) => {
        const { reviews, people, ...told } = breachInWords(breach, names);
        return { ...told, reviews: [...reviews], people: [...people] };
      }),
      weeks: boardWeeks(opened.problem, rows, waitingByWeek(chips)),
      groups: boardGroups(people, facts, savedNeeds(opened)),
      people,
      chips,
      givenUp: givenUpSeats(shown, facts),
      waiting: waitingReviews(context, shown),
      changed: reviewChanges(saved, rows, names).map(({ review, words }) => ({ review, words })),
    };
  }
}

/** What operations call its school, or else what is left of its name, for each review. */
function shortNamesOf(
  problem: Problem,
  context: Partial<SnapshotContext>,
  names: PlanNames,
  facts: BoardFacts,
): ReadonlyMap<string, string> {
  const urns = new Map([
    ...Object.entries(context.reviews ?? {}),
    ...problem.reviews.map(({ id, urn }) => [id, urn] as const),
  ]);
  const schools = new Map<string, NamedSchool>();
  const given = new Map<string, string>();
  for (const [review, urn] of urns) {
    // A problem file names no schools: the reference is the shortest that tells them apart.
    const { name, town } = names.schoolContext(review) ?? { name: review, town: null };
    schools.set(review, { name, town });
    const short = facts.shortNames.get(urn);
    if (short !== undefined) given.set(review, short);
  }
  return shortSchoolNames(schools, given);
}

function planOf(
  { stored, problem }: OpenedPlan,
  line: readonly StoredPlan[],
  { term }: BoardFacts,
): BoardView['plan'] {
  const newest = line.at(-1) ?? stored;
  return {
    id: stored.id,
    version: stored.version,
    newest: {
      id: newest.id,
      version: newest.version,
      author: newest.author,
      createdAt: newest.createdAt.toISOString(),
    },
    termId: stored.termId,
    name: term?.name ?? problem.name,
    status: stored.status,
    author: stored.author,
    createdAt: stored.createdAt.toISOString(),
  };
}

/** Reviews that stand otherwise than in the line's first version, with the version that changed them last. */
function versionsOfChange(stored: StoredPlan, line: readonly StoredPlan[]): Map<string, number> {
  const changed = new Map<string, number>();
  const until = line.filter(({ version }) => version <= stored.version);
  for (const [index, plan] of until.entries()) {
    const before = new Map(until[index - 1]?.content.reviews.map((row) => [row.review, row]));
    for (const row of plan.content.reviews) {
      const was = before.get(row.review);
      if (was !== undefined && !isSameRow(was, row)) changed.set(row.review, plan.version);
    }
  }
  return changed;
}

function waitingByWeek(chips: readonly Chip[]): Map<string, number> {
  const byWeek = new Map<string, number>();
  for (const { lead, week } of chips) {
    if (lead === null && week !== null) byWeek.set(week, (byWeek.get(week) ?? 0) + 1);
  }
  return byWeek;
}

/** So that nobody's row jumps while a plan is edited: the order is that of the saved plan. */
function savedNeeds({ problem, stored }: OpenedPlan): Map<string, Need> {
  const led = new Map<string, number>();
  for (const { lead } of stored.content.reviews) {
    if (lead !== null) led.set(lead, (led.get(lead) ?? 0) + 1);
  }
  return new Map(problem.leads.map((lead) => [lead.id, needOf(lead, led.get(lead.id) ?? 0)]));
}

function waitingReviews(
  { leftOut = [] }: Partial<SnapshotContext>,
  { names, shortNames }: ShownPlan,
): BoardView['waiting'] {
  return leftOut.flatMap(({ review, reason }) =>
    review === undefined
      ? []
      : [
          {
            review,
            school: names.school(review),
            short: shortNames.get(review) ?? names.school(review),
            reason: names.inWords(reason),
          },
        ],
  );
}
