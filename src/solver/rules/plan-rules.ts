import type { Problem, SeatRow } from '../problem.js';
import { assurerSitsWithNewLead } from './assurer-sits-with-new-lead.js';
import { everySeatIsPermitted } from './every-seat-is-permitted.js';
import { newLeadIsAssuredOnce } from './new-lead-is-assured-once.js';
import { oneOfEachSeat } from './one-of-each-seat.js';
import { oneReviewAWeek } from './one-review-a-week.js';
import { pinsHold } from './pins-hold.js';
import { viewPlan, type Breach, type PlanRule, type PlanView } from './plan-rule.js';
import { restIsKept } from './rest-is-kept.js';
import { seatsAreDifferentPeople } from './seats-are-different-people.js';
import { shadowSitsWithEstablishedLead } from './shadow-sits-with-established-lead.js';
import { shadowsAtMostOnce } from './shadows-at-most-once.js';
import { uncoveredReviewIsEmpty } from './uncovered-review-is-empty.js';
import { withinTermLimit } from './within-term-limit.js';

/** Every rule over a whole plan, in the order of `docs/problem-format.md`. */
export const planRules: readonly PlanRule[] = [
  everySeatIsPermitted,
  oneOfEachSeat,
  uncoveredReviewIsEmpty,
  seatsAreDifferentPeople,
  assurerSitsWithNewLead,
  newLeadIsAssuredOnce,
  shadowSitsWithEstablishedLead,
  shadowsAtMostOnce,
  oneReviewAWeek,
  withinTermLimit,
  restIsKept,
  pinsHold,
];

/** Every way in which a plan breaks a hard rule, in the order of the rules. */
export function breachesIn(plan: PlanView): Breach[] {
  return planRules.flatMap((rule) =>
    rule.breaches(plan).map(({ seatRule = rule, sentence, reviews, people }) => {
      const { name, title } = seatRule;
      return { rule: name, title, sentence, reviews, people };
    }),
  );
}

/** Every way in which the rows break a hard rule, each a sentence. */
export function breachesOf(problem: Problem, rows: readonly SeatRow[]): string[] {
  return breachesIn(viewPlan(problem, rows)).map(({ sentence }) => sentence);
}
