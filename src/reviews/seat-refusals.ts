import { brokenConstraint, databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';

/** The constraints on open seats, by name, as people say them. */
const rules: Readonly<Record<string, { code: string; words: string }>> = {
  seat_one_holder_a_role: {
    code: 'SEAT_TAKEN',
    words: 'Somebody else holds that seat of the review. Record first that theirs was withdrawn.',
  },
  seat_one_a_person_and_week: {
    code: 'WEEK_TAKEN',
    words: 'The person has another seat in that week. Nobody does two reviews in one week.',
  },
  seat_all_in_one_week: {
    code: 'OTHER_SLOT',
    words: 'The review’s other seats are in another week. All seats of a review share one slot.',
  },
  seat_all_in_one_window: {
    code: 'OTHER_SLOT',
    words:
      'The review’s other seats are in the week’s other window. All seats of a review share one slot.',
  },
};

/** What the database refuses about seats, said kindly; anything else is passed on. */
export function seatInWords(error: unknown, slot: string): unknown {
  if (databaseErrorCode(error) !== '23P01') return error;
  const rule = rules[brokenConstraint(error) ?? ''];
  return rule === undefined ? error : new Refusal(rule.code, `${slot}: ${rule.words}`, 409);
}
