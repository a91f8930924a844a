import { hostAcceptsSlot } from './host-accepts-slot.js';
import { leadSharesANeed } from './lead-shares-a-need.js';
import { noBan } from './no-ban.js';
import { noConflictOfInterest } from './no-conflict-of-interest.js';
import { personIsAvailable } from './person-is-available.js';
import { phaseIsTheirs } from './phase-is-theirs.js';
import { regionIsNotRefused } from './region-is-not-refused.js';
import { roleIsHeld } from './role-is-held.js';
import type { SeatRule } from './seat-rule.js';
import { slotIsOpen } from './slot-is-open.js';
import { withinTravelRadius } from './within-travel-radius.js';

/** Every rule about one seat alone, in the order in which `docs/problem-format.md` names them. */
export const seatRules: readonly SeatRule[] = [
  roleIsHeld,
  hostAcceptsSlot,
  slotIsOpen,
  personIsAvailable,
  phaseIsTheirs,
  noConflictOfInterest,
  regionIsNotRefused,
  withinTravelRadius,
  noBan,
  leadSharesANeed,
];
