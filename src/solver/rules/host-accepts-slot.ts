import { slotInWords } from '../slot-words.js';
import type { SeatRule } from './seat-rule.js';

/** The slot is among the review's windows. */
export const hostAcceptsSlot: SeatRule = {
  name: 'hostAcceptsSlot',
  title: 'The school accepts this window',
  keepsOut: {
    one: 'is kept out by windows that the school does not accept',
    many: 'are kept out by windows that the school does not accept',
  },
  subject: 'HOST',
  refuse: ({ review, slot }) =>
    review.windows.some(({ week, window }) => week === slot.week && window === slot.window)
      ? null
      : `The school of ${review.id} does not accept ${slotInWords(slot)}.`,
};
