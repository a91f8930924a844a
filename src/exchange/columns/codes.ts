import { PHASE_WORDS } from '../../schools/school-record.js';
import { choice } from './types.js';

/**
 * The codes of the database and how people say them (docs/domain.md). Files are written with the
 * words and read with either.
 */

export const standing = choice({
  CANDIDATE: 'Candidate',
  OFFERED: 'Offered',
  IN_INDUCTION: 'In induction',
  IN_POOL: 'In the pool',
  PAUSED: 'Paused',
  LEFT: 'Left',
});

export const gate = choice(
  {
    DBS: 'Enhanced DBS',
    CODE_OF_CONDUCT: 'Code of conduct',
    SAFEGUARDING_POLICY: 'Safeguarding policy',
  },
  { 'DBS check': 'DBS', Safeguarding: 'SAFEGUARDING_POLICY' },
);

export const trainingOutcome = choice({ ATTENDED: 'Attended', CAUGHT_UP: 'Caught up' });

export const inductionStage = choice({
  VIRTUAL_INDUCTION: 'Virtual induction',
  REVIEWER_TRAINING: 'Reviewer training',
  SHADOWING: 'Shadowing',
  QUALITY_ASSURED_REVIEW: 'Quality-assured review',
});

export const regionGrade = choice({
  PREFERRED: 'Preferred',
  WILLING: 'Willing',
  RELUCTANT: 'Reluctant',
  NO: 'No',
});

export const conflictKind = choice({ WORKED_AT: 'Worked at', DECLARED_TIE: 'Declared tie' });

export const availabilityGrade = choice(
  {
    PREFERRED: 'Preferred',
    AVAILABLE: 'Available',
    IF_NEEDED: 'If needed',
    UNAVAILABLE: 'Unavailable',
  },
  { 'Not available': 'UNAVAILABLE' },
);

export const statementKind = choice(
  { RULE: 'Rule', RANGE: 'Range', DATE: 'Date', WINDOW: 'Window' },
  { 'Single date': 'DATE', 'Recurring rule': 'RULE' },
);

export const reviewWindow = choice(
  { MON_WED: 'Mon–Wed', WED_FRI: 'Wed–Fri' },
  { 'Monday to Wednesday': 'MON_WED', 'Wednesday to Friday': 'WED_FRI' },
);

export const hostGrade = choice({ PREFERRED: 'Preferred', ACCEPTABLE: 'Acceptable' });

export const reviewState = choice({
  REQUESTED: 'Requested',
  SCHEDULED: 'Scheduled',
  OFFERED: 'Offered',
  CONFIRMED: 'Confirmed',
  UNDER_WAY: 'Under way',
  REPORT_SUBMITTED: 'Report submitted',
  CLOSED: 'Closed',
  POSTPONED: 'Postponed',
  CANCELLED: 'Cancelled',
  NOT_COVERED: 'Not covered',
});

export const endedBy = choice(
  { SCHOOL: 'School', LEAD_REVIEWER: 'Lead Reviewer', PROGRAMME: 'Programme' },
  { Host: 'SCHOOL', Lead: 'LEAD_REVIEWER', Operations: 'PROGRAMME' },
);

export const role = choice(
  { LEAD: 'Lead', QUALITY_ASSURER: 'Quality assurer', SHADOW: 'Shadow' },
  { 'Lead Reviewer': 'LEAD', QA: 'QUALITY_ASSURER' },
);

export const schoolStatus = choice(
  {
    OPEN: 'Open',
    CLOSED: 'Closed',
    PROPOSED_TO_CLOSE: 'Proposed to close',
    PROPOSED_TO_OPEN: 'Proposed to open',
  },
  { 'Open, but proposed to close': 'PROPOSED_TO_CLOSE' },
);

export const phase = choice(PHASE_WORDS, { AP: 'ALTERNATIVE_PROVISION', '16 plus': 'POST_16' });

/** The nine English regions, spelt as the Department for Education spells them. */
export const region = choice(
  Object.fromEntries(
    [
      'North East',
      'North West',
      'Yorkshire and the Humber',
      'East Midlands',
      'West Midlands',
      'East of England',
      'London',
      'South East',
      'South West',
    ].map((name) => [name, name]),
  ),
  { Yorkshire: 'Yorkshire and the Humber', 'Yorkshire & Humber': 'Yorkshire and the Humber' },
);
