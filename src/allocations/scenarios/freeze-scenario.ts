import type { EntityManager } from 'typeorm';
import { termById, termsOf } from '../../calendar/academic-years.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { settingsOn } from '../../settings/settings.js';
import { type Problem } from '../../solver/problem.js';
import { applyChanges } from '../../solver/scenario/apply-changes.js';
import { type ScenarioChange } from '../../solver/scenario/change.js';
import { SCENARIO_PARTS } from '../../solver/scenario/scenario.js';
import { freezeTerm } from '../snapshot/freeze-term.js';
import { type FrozenStudy } from '../studies/studies.service.js';
import { counted, listed } from '../summary/phrases.js';
import { freezeYear } from '../year/freeze-year.js';
import { changeInWords, misfitInWords } from './change-words.js';
import {
  type Known,
  loadKnown,
  refusedChange,
  refuseUnknown,
  resolveChanges,
} from './resolve-changes.js';
import { type SavedChange } from './saved-change.js';
import { type ScenarioFacts } from './scenario-study.js';

/** What a scenario asks: of when, and what would be otherwise. */
export interface ScenarioQuestion {
  academicYear: string;
  /** Null: all that is left of the year. */
  term: string | null;
  changes: SavedChange[];
  keepsPlan: boolean;
}

/**
 * What a scenario looks at, as the registers stand today: the problem without its changes, and the changes. Give a
 * transaction of one snapshot (`REPEATABLE READ`).
 *
 * @throws Refusal when a change does not fit, in words that name it; when the term is over or nobody was asked for it;
 * otherwise as `freezeTerm` and `freezeYear`
 */
export async function freezeScenario(
  manager: EntityManager,
  { academicYear, term, changes: saved, keepsPlan }: ScenarioQuestion,
  today: string,
): Promise<FrozenStudy<ScenarioFacts>> {
  const known = await loadKnown(manager, saved);
  refuseUnknown(saved, known);
  for (const [index, change] of saved.entries()) {
    if ('from' in change && change.from !== null && change.from < today) {
      const words = 'This day has passed. Choose today or a later one.';
      throw refusedChange('CHANGE_DOES_NOT_FIT', index, 'from', words);
    }
  }
  const { problem, when, notes } =
    term === null ? await ofYear(manager, academicYear, today) : await ofTerm(manager, term, today);
  const settings = await settingsOn(manager, today);
  const changes = resolveChanges(saved, { problem, known, settings });
  refuseMisfit(problem, changes, known);
  const facts: ScenarioFacts = {
    asAt: today,
    academicYear,
    term,
    when,
    keepsPlan,
    saved,
    changeWords: saved.map((change) => changeInWords(change, known)),
    changes,
    people: await peopleOf(manager, problem, changes),
    reviews: await reviewsOf(manager, problem, changes),
    notes: [...notes, ...notesOn(saved)],
  };
  return { problem, facts, steps: SCENARIO_PARTS };
}

interface Time {
  problem: Problem;
  when: string;
  notes: string[];
}

async function ofYear(manager: EntityManager, year: string, today: string): Promise<Time> {
  const { problem, facts } = await freezeYear(manager, year, today);
  const patterns = facts.people.filter(({ terms }) =>
    terms.some(({ knownBy: { kind } }) => kind === 'PATTERN' || kind === 'ASSUMED'),
  ).length;
  const { windowsAssumed, leftOut } = facts.reviews;
  return {
    problem,
    when: listed(facts.termNames),
    notes: [
      ...(patterns === 0
        ? []
        : [
            `${counted(patterns, 'person has', 'people have')} not answered for every term ahead: their availability is taken from an earlier term.`,
          ]),
      ...(windowsAssumed === 0
        ? []
        : [
            `${counted(windowsAssumed, 'school has', 'schools have')} not named windows yet: any window in which they are open counts.`,
          ]),
      ...leftOutNote(leftOut.length),
      'A cap counts over all terms ahead together, and rest runs across the breaks.',
    ],
  };
}

async function ofTerm(manager: EntityManager, id: string, today: string): Promise<Time> {
  const { name, endsOn } = await termById(manager, id);
  if (endsOn <= today) {
    throw new Refusal('TERM_IS_OVER', `${name} is over, so nothing can change in it.`);
  }
  if (!(await askedTerms(manager)).has(id)) {
    throw new Refusal(
      'TERM_NOT_ASKED',
      `Nobody has been asked for dates in ${name} yet. Look at the rest of the year instead, which takes earlier answers.`,
    );
  }
  const { problem, context } = await freezeTerm(manager, id, { today });
  const reviews = context.leftOut.filter(({ review }) => review !== undefined).length;
  return { problem, when: name, notes: leftOutNote(reviews) };
}

function leftOutNote(count: number): string[] {
  return count === 0
    ? []
    : [`${counted(count, 'review')} could not be looked at: something is not known of the school.`];
}

/** The terms that have an availability round. */
export async function askedTerms(manager: EntityManager): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT DISTINCT term_id AS id FROM availability_round',
  );
  return new Set(rows.map(({ id }) => id));
}

/** The terms that are not over and of which a scenario can be. */
export async function termsAhead(
  manager: EntityManager,
  today: string,
): Promise<{ id: string; name: string; academicYear: string }[]> {
  const asked = await askedTerms(manager);
  return (await termsOf(manager)).filter(({ id, endsOn }) => endsOn > today && asked.has(id));
}

function refuseMisfit(problem: Problem, changes: readonly ScenarioChange[], known: Known): void {
  const applied = applyChanges(problem, changes);
  if (applied.kind === 'APPLIED') return;
  const words = misfitInWords(applied.misfit, known);
  throw refusedChange('CHANGE_DOES_NOT_FIT', applied.change, null, words);
}

async function peopleOf(
  manager: EntityManager,
  { leads }: Problem,
  changes: readonly ScenarioChange[],
): Promise<Record<string, string>> {
  const rows = await manager.query<{ code: string; name: string }[]>(
    'SELECT code, name FROM lead_reviewer WHERE code = ANY($1) ORDER BY code',
    [leads.map(({ id }) => id)],
  );
  const joining = changes.flatMap((change) => (change.kind === 'JOINS' ? change.ids : []));
  return Object.fromEntries([
    ...rows.map(({ code, name }) => [code, name]),
    ...joining.map((id, index) => [id, `New Lead Reviewer ${index + 1}`]),
  ]) as Record<string, string>;
}

async function reviewsOf(
  manager: EntityManager,
  { reviews }: Problem,
  changes: readonly ScenarioChange[],
): Promise<ScenarioFacts['reviews']> {
  const added = changes.flatMap((change) =>
    change.kind === 'REVIEW_ADDED' ? [change.review] : [],
  );
  const all = [...reviews, ...added];
  const rows = await manager.query<{ urn: string; name: string }[]>(
    'SELECT urn, name FROM school WHERE urn = ANY($1)',
    [all.map(({ urn }) => urn)],
  );
  const names = new Map(rows.map(({ urn, name }) => [urn, name]));
  return Object.fromEntries(
    all.map(({ id, urn, region }) => [id, { urn, school: names.get(urn) ?? urn, region }]),
  );
}

function notesOn(changes: readonly SavedChange[]): string[] {
  const has = (kind: SavedChange['kind']): boolean => changes.some((each) => each.kind === kind);
  return [
    ...(has('JOINS')
      ? [
          'Whoever joins is taken to be typical: free as often as the middle Lead Reviewer, with the usual regions and limits.',
        ]
      : []),
    ...(has('LEAVES')
      ? [
          'Of somebody who leaves, fewer reviews are wanted: in proportion to the weeks they still have.',
        ]
      : []),
    ...(has('REVIEW_ADDED')
      ? ['A school that gets a review besides is taken to accept every window.']
      : []),
  ];
}
