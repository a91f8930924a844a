export const PHASES = [
  'SPECIAL',
  'ALTERNATIVE_PROVISION',
  'NURSERY',
  'PRIMARY',
  'SECONDARY',
  'ALL_THROUGH',
  'POST_16',
] as const;
/** docs/domain.md, "The Lead Reviewer", Phases. */
export type Phase = (typeof PHASES)[number];

/** Phases as people write them. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  SPECIAL: 'Special',
  ALTERNATIVE_PROVISION: 'Alternative provision',
  NURSERY: 'Nursery',
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  ALL_THROUGH: 'All-through',
  POST_16: 'Post-16',
};

export const SCHOOL_STATUSES = ['OPEN', 'CLOSED', 'PROPOSED_TO_CLOSE', 'PROPOSED_TO_OPEN'] as const;
export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

/** A school as a register says it is, ready to be stored. */
export interface SchoolRecord {
  /** Six digits. */
  urn: string;
  name: string;
  /** The Department for Education's type of establishment. */
  type: string;
  /** null: not known, a task for operations. */
  phase: Phase | null;
  trust: { uid: string; name: string } | null;
  laCode: string | null;
  region: string;
  town: string | null;
  postcode: string | null;
  /** Degrees WGS84. */
  lat: number | null;
  lon: number | null;
  /** Need codes in alphabetical order. */
  needs: readonly string[];
  /** Whether the needs are made up for demonstration. */
  needsInvented: boolean;
  status: SchoolStatus;
  openedOn: string | null;
  closedOn: string | null;
  /** What operations call it where room is scarce; null: derived from its name. Left out: what is known stays. */
  shortName?: string | null;
  /** Left out: what is known stays. */
  calendarId?: string | null;
  /** Schools it grew out of, which conflicts follow. Left out: what is known stays. */
  predecessorUrns?: readonly string[];
}

const phaseByName: Record<string, Phase | null> = {
  '': null,
  'not applicable': null,
  nursery: 'NURSERY',
  primary: 'PRIMARY',
  'middle deemed primary': 'PRIMARY',
  middle: 'SECONDARY',
  'middle deemed secondary': 'SECONDARY',
  secondary: 'SECONDARY',
  'all-through': 'ALL_THROUGH',
  'all through': 'ALL_THROUGH',
  '16 plus': 'POST_16',
};

/**
 * The phase of a school from its type and phase as the Department for Education names them. Special
 * schools (special post-16 institutions among them) and alternative provision take that as their
 * phase, whatever the register says. docs/domain.md, "The Lead Reviewer", Phases.
 *
 * @returns null when the register leaves it blank; undefined when the phase’s name is unknown
 */
export function phaseOf(type: string, phaseName: string): Phase | null | undefined {
  if (/pupil referral unit|alternative provision/i.test(type)) return 'ALTERNATIVE_PROVISION';
  if (/\bspecial\b/i.test(type)) return 'SPECIAL';
  return phaseByName[phaseName.trim().toLowerCase()];
}
