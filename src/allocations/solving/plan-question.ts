import { type MessagePort } from 'node:worker_threads';
import { type DropOut, type DropOuts } from '../../solver/explain/drop-out.js';
import { type DisturbanceLine, type PriceOfDisturbance } from '../../solver/explain/re-plan.js';
import { type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { type SeatRow } from '../../solver/problem.js';

/** What can be asked of a plan that takes a while to answer; people and reviews by reference. */
export type PlanQuestion =
  /** What would it take to cover these reviews, which have no lead? */
  | { kind: 'ASKS'; reviews: string[] }
  /** What if anybody drops out? */
  | { kind: 'DROP_OUTS' }
  /** What if this person drops out? */
  | { kind: 'DROP_OUT'; person: string }
  /** What does it buy to disturb one person, two, …, up to so many beyond the least, when somebody has gone? */
  | { kind: 'DISTURBANCE'; gone: string | null; further: number };

/** What each question is answered with. */
export interface PlanAnswers {
  ASKS: WhatItTakes[];
  DROP_OUTS: DropOuts;
  DROP_OUT: DropOut;
  DISTURBANCE: PriceOfDisturbance;
}

/** What comes as it is computed, a part at a time. */
export interface PlanAnswerParts {
  ASKS: WhatItTakes;
  DROP_OUTS: DropOut;
  DROP_OUT: never;
  /** Null: nothing is gained by one person more. */
  DISTURBANCE: DisturbanceLine | null;
}

export type QuestionKind = keyof PlanAnswers;

/** How far an answer has come. */
export interface AnswerNews<Kind extends QuestionKind = QuestionKind> {
  part: PlanAnswerParts[Kind];
  done: number;
  /** How many parts there will be; null: nobody knows yet. */
  of: number | null;
}

export interface AnswerTask {
  problem: Uint8Array;
  rows: readonly SeatRow[];
  question: PlanQuestion;
  /** Receives `AnswerNews`. */
  progress: MessagePort;
}

export interface AnswerOutcome {
  answer: PlanAnswers[QuestionKind];
  externalBytes: number;
}
