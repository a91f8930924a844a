import { slotInWords } from '../slot-words.js';
import type { SeatRule } from './seat-rule.js';

/** Between the person and the days of a refusal: who tells it may know that they have not answered yet. */
export const NOT_AVAILABLE = 'is not available on';

/** They are available in the slot. */
export const personIsAvailable: SeatRule = {
  name: 'personIsAvailable',
  title: 'Is available in this window',
  keepsOut: {
    one: 'is not available in the school’s windows',
    many: 'are not available in the school’s windows',
  },
  subject: 'TIME',
  refuse: ({ lead, slot }) =>
    Object.hasOwn(lead.availability, slot.week) && lead.availability[slot.week]?.[slot.window]
      ? null
      : `${lead.id} ${NOT_AVAILABLE} ${slotInWords(slot)}.`,
};
