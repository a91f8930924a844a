import type { EntityManager } from 'typeorm';
import { windowDays, type Slot } from '../calendar/slots.js';
import { slotInWords } from '../calendar/words.js';
import { Refusal } from '../platform/problems/refusal.js';
import { overlaps } from '../reviewers/dated.js';
import { storedReviewers } from '../reviewers/stored-facts.js';
import { termCalendar } from '../schools/term-calendar.js';
import { urnFamily } from '../schools/urn-families.js';

/**
 * What no seat may ever be, however it comes about: in a slot that the school cannot use or nobody can be on a
 * review in, or at the person's own school or trust. docs/domain.md, "Time" and "Conflicts".
 *
 * @throws Refusal with the reason
 */
export async function refuseForbiddenSeat(
  manager: EntityManager,
  review: { urn: string; termId: string },
  seat: Slot & { lead: string },
): Promise<void> {
  await refuseSlot(manager, review, seat);
  await refuseOwnSchool(manager, review.urn, seat);
}

async function refuseSlot(
  manager: EntityManager,
  { urn, termId }: { urn: string; termId: string },
  { week, window }: Slot,
): Promise<void> {
  const calendar = await termCalendar(manager, termId);
  const isThis = (slot: Slot): boolean => slot.week === week && slot.window === window;
  const known = calendar.windowsOf(urn).find(isThis);
  const reason = known
    ? (known.reason ?? calendar.closed.find(isThis)?.reason)
    : `not in ${calendar.term.name}`;
  if (reason === undefined) return;
  throw new Refusal(
    'WINDOW_NOT_USABLE',
    `The school cannot be reviewed on ${slotInWords(week, window)}: ${reason}. Choose another window.`,
  );
}

async function refuseOwnSchool(
  manager: EntityManager,
  urn: string,
  { lead, week, window }: Slot & { lead: string },
): Promise<void> {
  const [from, , to] = windowDays(week, window);
  const [person] = await storedReviewers(manager, [lead]);
  const then = person?.employments.filter((each) => overlaps(each, { from, to })) ?? [];
  const family = await urnFamily(manager, urn);
  const own = then.flatMap(({ schoolUrn }) => (schoolUrn === null ? [] : [schoolUrn]));
  const trusts: { urn: string; trust: string }[] = await manager.query(
    'SELECT urn, trust_uid AS trust FROM school WHERE urn = ANY($1) AND trust_uid IS NOT NULL',
    [[urn, ...own]],
  );
  const trustOf = new Map(trusts.map((school) => [school.urn, school.trust]));
  const ownTrusts = [
    ...then.map(({ trustUid }) => trustUid),
    ...own.map((each) => trustOf.get(each)),
  ];
  const trust = trustOf.get(urn);
  const why = own.some((each) => family.includes(each))
    ? 'own school'
    : trust !== undefined && ownTrusts.includes(trust)
      ? 'own trust'
      : undefined;
  if (why === undefined) return;
  throw new Refusal(
    'OWN_SCHOOL',
    `The review is of the person’s ${why}: that is never allowed. Choose somebody else.`,
  );
}
