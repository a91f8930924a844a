import { roleInWords, type SeatRule } from './seat-rule.js';

/** The seat is among their roles. */
export const roleIsHeld: SeatRule = {
  name: 'roleIsHeld',
  title: 'May take this kind of seat this term',
  keepsOut: {
    one: 'may not take this seat this term',
    many: 'may not take this seat this term',
  },
  subject: 'PERSON',
  refuse: ({ lead, role }) =>
    lead.roles.includes(role)
      ? null
      : `${lead.id} may not take a seat as ${roleInWords(role)} this term.`,
};
