import { type KnownScenario } from '../../allocations/scenarios/scenarios.service.js';
import { type StoredScenarioStudy } from '../../allocations/scenarios/scenario-study.js';
import { minuteInWords } from '../../calendar/words.js';
import { type Scenario, type ScenarioList, type WhatIfResult } from './what-if.schema.js';
import { resultOf } from './what-if-result.js';

/** A scenario and what it does, as people read it. */
export function scenarioView(known: KnownScenario): Scenario {
  const { term, keepsPlan, changes } = known;
  return { ...headOf(known), term, keepsPlan, changes, result: resultView(known) };
}

/** The same in a line of the list. */
export function scenarioLine(known: KnownScenario): ScenarioList['items'][number] {
  const result = resultView(known);
  return {
    ...headOf(known),
    sentence: result?.sentence ?? null,
    computed: result?.computed ?? null,
    isStale: result !== null && (result.isStale || result.isOfOtherChanges),
  };
}

function headOf({
  id,
  name,
  scope,
  changeWords,
  changedBy,
  changedAt,
  version,
  isNow,
  ...known
}: KnownScenario) {
  return {
    id,
    name,
    scope,
    changeWords,
    changedBy,
    changed: minuteInWords(changedAt),
    version,
    isNow,
    underWay: known.underWay === null ? null : courseOf(known.underWay),
    failure: known.failed?.failure ?? null,
  };
}

function courseOf({ state, done, total }: StoredScenarioStudy): NonNullable<Scenario['underWay']> {
  const parts = ['Planning without the changes', 'Planning with the changes'];
  const words =
    state === 'QUEUED' ? 'Waiting for a worker' : (parts[done] ?? 'Comparing both plans');
  return { done, of: total, words };
}

/** What was computed last; null: nothing yet. */
export function resultView(known: KnownScenario): WhatIfResult | null {
  const { done, term, keepsPlan, changes } = known;
  if (done?.result === null || done === null) return null;
  const { facts } = done;
  const isAsComputed =
    facts.term === term &&
    facts.keepsPlan === keepsPlan &&
    // Both were kept by the database, which writes what is alike alike.
    JSON.stringify(facts.saved) === JSON.stringify(changes);
  return {
    asAt: done.asAt,
    when: facts.when,
    computed: minuteInWords(done.computedAt ?? done.requestedAt),
    isStale: done.isStale,
    isOfOtherChanges: !isAsComputed,
    changeWords: facts.changeWords,
    ...resultOf(done.result, facts),
  };
}
