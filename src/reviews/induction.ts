import type { EntityManager } from 'typeorm';
import { recordFact } from '../reviewers/record-facts.js';
import { holdsOn } from '../reviewers/dated.js';
import { storedReviewers } from '../reviewers/stored-facts.js';
import { type InductionStage } from '../reviewers/seat-facts.js';
import { seatRecords } from './seat-records.js';

/** What reviews do for people in induction: docs/domain.md, "The Lead Reviewer", Induction. */

/** Shadowing a whole review is a stage of induction; nothing happens when it is done already. */
export async function finishShadowing(
  manager: EntityManager,
  lead: string,
  on: string,
  author: string,
): Promise<void> {
  await finish(manager, lead, 'SHADOWING', on, author);
}

/**
 * When the report of a quality-assured review is in, that stage is done for a lead in induction, and they are
 * formally added to the pool.
 */
export async function finishQualityAssuredReview(
  manager: EntityManager,
  review: string,
  on: string,
  author: string,
): Promise<void> {
  const led = (await seatRecords(manager, { review })).filter(({ status }) => status === 'LED');
  const lead = led.find(({ role }) => role === 'LEAD');
  if (lead === undefined || !led.some(({ role }) => role === 'QUALITY_ASSURER')) return;
  const [person] = await storedReviewers(manager, [lead.lead]);
  const inInduction = person?.standings.some(
    (each) => each.standing === 'IN_INDUCTION' && holdsOn(each, on),
  );
  if (inInduction !== true) return;
  await finish(manager, lead.lead, 'QUALITY_ASSURED_REVIEW', on, author);
  const reason = `Quality-assured review ${review} reported`;
  await recordFact(
    manager,
    lead.lead,
    { kind: 'STANDING', standing: 'IN_POOL', from: on, to: null, reason },
    author,
  );
}

async function finish(
  manager: EntityManager,
  lead: string,
  stage: InductionStage,
  doneOn: string,
  author: string,
): Promise<void> {
  const [person] = await storedReviewers(manager, [lead]);
  if (person === undefined || person.induction.some((each) => each.stage === stage)) return;
  await recordFact(manager, lead, { kind: 'INDUCTION', stage, doneOn }, author);
}
