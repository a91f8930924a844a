import { type SchoolStatus } from '../schools/school-record.js';
import { type ReviewState, stateInWords } from '../reviews/lifecycle.js';

/** Codes as the registers show them. */

export const STATUS_WORDS: Readonly<Record<SchoolStatus, string>> = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  PROPOSED_TO_CLOSE: 'Proposed to close',
  PROPOSED_TO_OPEN: 'Proposed to open',
};

/** "Requested", "Scheduled (draft)" */
export function stateWords(state: ReviewState): string {
  const words = stateInWords(state);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
