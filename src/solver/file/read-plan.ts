import {
  type AimResult,
  AIMS,
  type ConflictingPin,
  type Plan,
  PLAN_FORMAT,
  PLAN_STATUSES,
} from '../plan.js';
import { type SeatRow, WINDOWS } from '../problem.js';
import { Faults } from './faults.js';
import { parseJson } from './json-text.js';
import {
  date,
  integer,
  list,
  matching,
  nullable,
  object,
  oneOf,
  type Shape,
  text,
} from './shape.js';
import { readUtf8 } from './utf8.js';

/**
 * Reads a plan file and refuses a wrong shape: "fields, types, grades, dates" (`qar check`, exit
 * code 2). What only the problem can tell (a missing row, an unknown name, a wrong value, another
 * problem's hash, aims out of order) is left to the checker.
 *
 * @throws BadFile with up to twenty faults, in the order of the file.
 */
export function readPlan(bytes: Uint8Array): Plan {
  const { value, repeatedKeys } = parseJson(readUtf8(bytes));
  const faults = new Faults();
  for (const path of repeatedKeys) {
    faults.reportAt(path, 'named twice in the same object; remove one of the two.');
  }
  const plan = PLAN.read(value, faults);
  faults.throwIfAny(value);
  if (plan === undefined) throw new Error('The reader refused a plan without saying why.');
  return plan;
}

const name = text();
const anyInteger = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const LONGEST_SENTENCE = 10_000;

const AIM: Shape<AimResult> = object({
  aim: oneOf(AIMS),
  value: nullable(anyInteger),
  bound: nullable(anyInteger),
});

const ROW: Shape<SeatRow> = object({
  review: name,
  week: nullable(date()),
  window: nullable(oneOf(WINDOWS)),
  lead: nullable(name),
  qualityAssurer: nullable(name),
  shadow: nullable(name),
});

const CONFLICT: Shape<ConflictingPin> = object({
  pin: anyInteger,
  rules: list(text(LONGEST_SENTENCE)),
});

const PLAN: Shape<Plan> = object({
  format: oneOf([PLAN_FORMAT]),
  problem: matching(
    /^[0-9a-f]{64}$/,
    'the sha256 of the problem file: 64 lower-case hexadecimal digits',
    'copy it from the plan as it was written.',
  ),
  status: oneOf(PLAN_STATUSES),
  aims: list(AIM),
  reviews: list(ROW),
  conflict: list(CONFLICT),
});
