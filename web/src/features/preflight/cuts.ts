import type { GroupRow } from '../../api/preflight';

/** By what supply is held against demand. */
export const cuts = {
  weeks: { label: 'Weeks', words: 'week', one: 'Week' },
  windows: { label: 'Windows', words: 'window', one: 'Window' },
  regions: { label: 'Regions', words: 'region', one: 'Region' },
  phases: { label: 'Phases', words: 'phase', one: 'Phase' },
  needs: { label: 'Specialisms', words: 'specialism', one: 'Need' },
} as const;
export type Cut = keyof typeof cuts;

export const standingWords: Readonly<Record<GroupRow['standing'], string>> = {
  SHORT: 'Short',
  PINCH: 'Tight',
  ENOUGH: 'Enough',
};
