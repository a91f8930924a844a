import type { EntityManager } from 'typeorm';
import { addDays, type CivilDate } from '../calendar/civil-date.js';
import { dateInWords } from '../calendar/words.js';
import { Refusal } from '../platform/problems/refusal.js';
import { believedAbout } from './believed-facts.js';
import { LONG_AGO, type NewFact } from './facts.schema.js';
import { recordFact } from './record-facts.js';

/**
 * Keeps where somebody lived until they moved, so that journeys to reviews of that time are measured from there, and what
 * was paid for them stays right. docs/domain.md, "Fee".
 *
 * @param district where they lived until then
 * @param movedOn the first day in the new home
 * @throws Refusal when that day lies ahead, or they were moved into this home later than that
 */
export async function moveHome(
  manager: EntityManager,
  code: string,
  district: string,
  { movedOn, today, author }: { movedOn: CivilDate; today: CivilDate; author: string },
): Promise<void> {
  if (movedOn > today) {
    throw refused('That day lies ahead. Enter the new home once they have moved.');
  }
  const to = addDays(movedOn, -1);
  const former: NewFact = { kind: 'FORMER_HOME', from: LONG_AGO, to, postcodeDistrict: district };
  const before = (await believedAbout(manager, code, former)).at(-1);
  const from = before?.kind === 'FORMER_HOME' ? addDays(before.to, 1) : LONG_AGO;
  if (from > to) {
    throw refused(`They moved on ${dateInWords(from)} before: give a later day.`);
  }
  await recordFact(manager, code, { ...former, from }, author);
}

function refused(message: string): Refusal {
  return new Refusal('NOT_MOVED_THEN', message, 422, [
    { pointer: '#/movedOn', field: 'movedOn', message },
  ]);
}
