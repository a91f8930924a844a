import { z } from 'zod';

/** Points, distances: docs/problem-format.md, "Points" and its ranges. */
const points = z.int().min(0).max(1000);
const km = z.int().min(0).max(1_000_000);

/** Weights of the last two aims; the shape of a problem file's `policy`. */
export const policySchema = z
  .strictObject({
    availability: z.strictObject({ PREFERRED: points, AVAILABLE: points, IF_NEEDED: points }),
    hostWindow: z.strictObject({ PREFERRED: points, ACCEPTABLE: points }),
    region: z.strictObject({ PREFERRED: points, WILLING: points, RELUCTANT: points }),
    unmatchedNeed: points.describe('For each need of the school that the lead does not share'),
    travelStepKm: km.min(1).describe('Length of a step of travel, road km'),
    travelStep: points.describe('For each whole step of road distance'),
    overnightKm: km.describe('Beyond this road distance the lead stays overnight'),
    overnight: points,
    roadFactor: z.number().positive().max(10).describe('Road distance ÷ great-circle distance'),
    companyChange: points.describe('For each published second seat that changes'),
  })
  .meta({ id: 'Policy' });

export type Policy = z.output<typeof policySchema>;

/** The policy of docs/problem-format.md. */
const standard: Policy = {
  availability: { PREFERRED: 0, AVAILABLE: 10, IF_NEEDED: 40 },
  hostWindow: { PREFERRED: 0, ACCEPTABLE: 15 },
  region: { PREFERRED: 0, WILLING: 10, RELUCTANT: 40 },
  unmatchedNeed: 8,
  travelStepKm: 5,
  travelStep: 1,
  overnightKm: 120,
  overnight: 20,
  roadFactor: 1.3,
  companyChange: 30,
};

/**
 * Presets by the name that staff choose. They differ only in what weighs most among permitted
 * seats; coverage, commitment and balance always come first.
 */
export const defaultPolicies: Record<string, Policy> = {
  Standard: standard,
  'Least travel': { ...standard, travelStep: 3, overnight: 60 },
  'Wishes first': {
    ...standard,
    availability: { PREFERRED: 0, AVAILABLE: 20, IF_NEEDED: 80 },
    hostWindow: { PREFERRED: 0, ACCEPTABLE: 30 },
    region: { PREFERRED: 0, WILLING: 20, RELUCTANT: 80 },
  },
};
