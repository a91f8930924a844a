import { type ScenarioChange } from '../../solver/scenario/change.js';
import { type ScenarioOutcome } from '../../solver/scenario/scenario.js';
import { type StoredStudy } from '../studies/stored-study.js';
import { type Study } from '../studies/study-kind.js';
import { type SavedChange } from './saved-change.js';

/** What a scenario looks at beside the problem, as the registers stood when it was computed. */
export interface ScenarioFacts {
  /** Civil date. */
  asAt: string;
  academicYear: string;
  /** Null: all that is left of the year. */
  term: string | null;
  /** "Spring 2027", or "Spring 2027 and Summer 2027". */
  when: string;
  keepsPlan: boolean;
  /** The changes as they were saved then, and in words. */
  saved: SavedChange[];
  changeWords: string[];
  /** The same for the solver. */
  changes: ScenarioChange[];
  /** Names by reference; whoever joins among them. */
  people: Record<string, string>;
  /** By review; those that are added among them. */
  reviews: Record<string, { urn: string; school: string; region: string }>;
  /** What must be known to read it, in sentences. */
  notes: string[];
}

export type StoredScenarioStudy = StoredStudy<ScenarioFacts, ScenarioOutcome>;

/** What changes do to coverage and commitments. Its subject is the scenario. */
export const scenarioStudy: Study<ScenarioFacts, ScenarioOutcome> = {
  kind: 'WHAT_IF',
  name: 'what-if',
  perform: (solver, problem, { changes, keepsPlan }, options) =>
    solver.scenario(problem, { changes, keepsPlan }, options),
};
