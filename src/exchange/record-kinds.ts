import { availabilityAnswers, availabilityStatements } from './kinds/availability.js';
import { commitmentOverrides } from './kinds/commitment-overrides.js';
import { conflictOverrides } from './kinds/conflict-overrides.js';
import { conflicts } from './kinds/conflicts.js';
import { contracts } from './kinds/contracts.js';
import { employment } from './kinds/employment.js';
import { formerHomes } from './kinds/former-homes.js';
import { gates } from './kinds/gates.js';
import { hostAnswers, hostWindows } from './kinds/host-answers.js';
import { induction } from './kinds/induction.js';
import { leadReviewers } from './kinds/lead-reviewers.js';
import { memberships } from './kinds/memberships.js';
import { ownLimits } from './kinds/own-limits.js';
import { regions } from './kinds/regions.js';
import { reviews } from './kinds/reviews.js';
import { schoolClosures } from './kinds/school-closures.js';
import { schools } from './kinds/schools.js';
import { seats } from './kinds/seats.js';
import { standing } from './kinds/standing.js';
import { trainingAttendance } from './kinds/training-attendance.js';
import { type RecordKind } from './record-kind.js';

/** Every kind, each after those whose records it names: the order in which they are written. */
export const recordKinds: readonly RecordKind[] = [
  schools,
  memberships,
  schoolClosures,
  leadReviewers,
  formerHomes,
  employment,
  standing,
  gates,
  trainingAttendance,
  induction,
  regions,
  conflicts,
  conflictOverrides,
  ownLimits,
  contracts,
  commitmentOverrides,
  availabilityAnswers,
  availabilityStatements,
  reviews,
  hostAnswers,
  hostWindows,
  seats,
];

/** The kind of this name; undefined when there is none. */
export function kindNamed(name: string): RecordKind | undefined {
  return recordKinds.find((kind) => kind.name === name);
}
