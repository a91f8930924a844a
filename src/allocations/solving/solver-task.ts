import { type MessagePort } from 'node:worker_threads';
import { type MostAlone } from '../../solver/alone/most-alone.js';
import { type Forecast } from '../../solver/forecast/forecast.js';
import { type ScenarioChange } from '../../solver/scenario/change.js';
import { type ScenarioOutcome } from '../../solver/scenario/scenario.js';
import { type UncoveredReview } from '../../solver/explain/uncovered.js';
import { type Preflight } from '../../solver/preflight/preflight.js';
import { type Solution } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { type Recruiting } from '../../solver/recruiting/recruiting.js';
import { type EngineName } from '../../solver/solve.js';
import { type YearFacts } from '../year/year-input.js';
import {
  type AskedPlan,
  type PlanAnswers,
  type PlanQuestion,
  type QuestionKind,
} from './plan-question.js';

/** What the solving process hands to the solver's thread. */
export interface SolverTask {
  /** The problem file's bytes: read again in the thread, so that it meets the reader's own objects. */
  problem: Uint8Array;
  engine: EngineName;
  /** Deterministic units of work; left out: no limit. */
  maxWork?: number;
  /** One shared number: anything but 0 asks for the best plan so far. */
  stop: Int32Array;
  /** Receives a `SolveProgress` each time the solver knows more. */
  progress: MessagePort;
}

/** What the thread hands back. */
export interface SolverOutcome {
  solution: Solution;
  /** The memory the thread holds outside JavaScript's heap, in bytes; a WASM heap never shrinks. */
  externalBytes: number;
}

/** A plan whose reviews without a lead are to be explained. */
export interface ExplainTask {
  problem: Uint8Array;
  rows: readonly SeatRow[];
  /** Receives the reference of each review as its turn comes. */
  progress: MessagePort;
}

export interface ExplainOutcome {
  uncovered: UncoveredReview[];
  externalBytes: number;
}

/** A problem to be looked at before it is solved. */
export interface PreflightTask {
  problem: Uint8Array;
}

export interface PreflightOutcome {
  found: Preflight;
  externalBytes: number;
}

/** A problem whose people are each looked at alone. */
export interface AloneTask {
  problem: Uint8Array;
}

export interface AloneOutcome {
  most: MostAlone[];
  externalBytes: number;
}

/** A question about a plan. */
export interface QuestionTask {
  problem: Uint8Array;
  /** The problem's SHA-256: questions about the same one share what was solved for them. */
  problemSha256: string;
  plan: AskedPlan;
  question: PlanQuestion;
  /** One shared number: anything but 0 says that nobody waits for the answer any more. */
  stop: Int32Array;
  /** Receives what `PlanNews` says of the question. */
  progress: MessagePort;
}

export interface QuestionOutcome {
  /** Null where it was stopped. */
  answer: PlanAnswers[QuestionKind] | null;
  externalBytes: number;
}

/** What is left of a year, to be forecast. */
export interface ForecastTask {
  problem: Uint8Array;
  facts: Pick<YearFacts, 'ahead'>;
  /** Receives how many parts are done, of how many. */
  progress: MessagePort;
}

export interface ForecastOutcome {
  forecast: Forecast;
  externalBytes: number;
}

/** A problem in which it is looked for where leads are short. */
export interface RecruitingTask {
  problem: Uint8Array;
  /** Receives how many parts are done, of how many. */
  progress: MessagePort;
}

export interface RecruitingOutcome {
  recruiting: Recruiting;
  externalBytes: number;
}

/** A problem, and what could be otherwise about it. */
export interface ScenarioTask {
  problem: Uint8Array;
  asked: { changes: readonly ScenarioChange[]; keepsPlan: boolean };
  /** Receives how many parts are done, of how many. */
  progress: MessagePort;
}

export interface ScenarioTaskOutcome {
  outcome: ScenarioOutcome;
  externalBytes: number;
}
