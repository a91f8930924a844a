/** How the grades of people, schools and regions are called on the screen. */
export const AVAILABILITY = {
  PREFERRED: 'Preferred',
  AVAILABLE: 'Free',
  IF_NEEDED: 'If needed',
} as const;

export const HOST = { PREFERRED: 'Preferred', ACCEPTABLE: 'Accepted' } as const;

export const REGION = {
  PREFERRED: 'Preferred',
  WILLING: 'Willing',
  RELUCTANT: 'Reluctant',
  NO: 'No',
} as const;
