import { type AsksTogether } from '../../solver/explain/asks-together.js';
import { type DropOut, type DropOuts } from '../../solver/explain/drop-out.js';
import {
  type ImpossibleCandidate,
  type PricedCandidate,
  type RankedCandidates,
  type RefusedCandidate,
} from '../../solver/explain/ranked-candidates.js';
import { type DisturbanceLine, type PriceOfDisturbance } from '../../solver/explain/re-plan.js';
import { type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { type WhyNot } from '../../solver/explain/why-not.js';
import { type WhyThisOne } from '../../solver/explain/why-this-one.js';
import { type Role, type SeatRow, type Slot } from '../../solver/problem.js';

/** The plan that is asked about. */
export interface AskedPlan {
  rows: readonly SeatRow[];
  /** Whether it was proven best. */
  isProven: boolean;
}

/** What can be asked about a plan, each answered by solving again; people and reviews by reference. */
export type PlanQuestion =
  /** Why does its lead lead this review? */
  | { kind: 'WHY'; review: string }
  /** Why does somebody not have this seat? */
  | { kind: 'WHY_NOT'; review: string; person: string; role: Role }
  /** Who could lead this review, at what price? */
  | { kind: 'REVIEW_CANDIDATES'; review: string }
  /** What could somebody lead then, at what price? */
  | { kind: 'WINDOW_CANDIDATES'; lead: string; slot: Slot }
  /** What would it take to cover this review, which has no lead; null: each review that has none? */
  | { kind: 'ASKS'; review: string | null }
  /** Which asks would together cover as many of them as can be, when this is what it takes to cover each? */
  | { kind: 'ASKS_TOGETHER'; found: readonly WhatItTakes[] }
  /** What if anybody drops out? */
  | { kind: 'DROP_OUTS' }
  /** What if this person drops out? */
  | { kind: 'DROP_OUT'; person: string }
  /** What does it buy to disturb one person, two, …, up to so many beyond the least, when somebody has gone? */
  | { kind: 'DISTURBANCE'; gone: string | null; further: number };

export type QuestionKind = PlanQuestion['kind'];

/** What each question is answered with. */
export interface PlanAnswers {
  WHY: WhyThisOne;
  WHY_NOT: WhyNot;
  REVIEW_CANDIDATES: RankedCandidates;
  WINDOW_CANDIDATES: RankedCandidates;
  ASKS: WhatItTakes[];
  ASKS_TOGETHER: AsksTogether;
  DROP_OUTS: DropOuts;
  DROP_OUT: DropOut;
  DISTURBANCE: PriceOfDisturbance;
}

/** What is told of a ranking while it is worked out. */
export type RankingNews =
  /** Once, at the beginning: how many prices will come, and whom the rules refuse. */
  | { kind: 'LIST'; toPrice: number; refused: RefusedCandidate[] }
  | { kind: 'CANDIDATE'; candidate: PricedCandidate | ImpossibleCandidate };

/** A part of an answer that comes in parts. */
export interface PartNews<Part> {
  kind: 'PART';
  part: Part;
  done: number;
  /** How many parts there will be; null: nobody knows yet. */
  of: number | null;
}

/** What is told of each answer while it is worked out. */
export interface PlanNews {
  WHY: never;
  WHY_NOT: never;
  REVIEW_CANDIDATES: RankingNews;
  WINDOW_CANDIDATES: RankingNews;
  ASKS: PartNews<WhatItTakes>;
  ASKS_TOGETHER: never;
  DROP_OUTS: PartNews<DropOut>;
  DROP_OUT: never;
  /** Null: nothing is gained by one person more. */
  DISTURBANCE: PartNews<DisturbanceLine | null>;
}

export type QuestionOf<Kind extends QuestionKind> = Extract<PlanQuestion, { kind: Kind }>;
