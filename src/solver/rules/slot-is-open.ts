import { slotInWords } from '../slot-words.js';
import type { SeatRule } from './seat-rule.js';

/** The slot is not closed to everybody. */
export const slotIsOpen: SeatRule = {
  name: 'slotIsOpen',
  title: 'The window is not closed to everybody',
  keepsOut: {
    one: 'is kept out by windows that are closed to everybody',
    many: 'are kept out by windows that are closed to everybody',
  },
  subject: 'HOST',
  refuse: ({ problem, slot }) => {
    const closed = problem.closed.find(
      ({ week, window }) => week === slot.week && window === slot.window,
    );
    return closed ? `Nobody can review on ${slotInWords(slot)}: ${closed.reason}.` : null;
  },
};
