import { z } from 'zod';
import { words } from '../../platform/text.js';
import { GATE_KINDS } from '../../reviewers/gates.js';
import { momentQuery } from '../moment.js';
import { URGENCIES } from './gate-findings.js';
import { exampleBehind, exampleBooking, exampleReport, exampleRow } from './gates.examples.js';

/** What comes in and goes out over HTTP about contracts and checks. */

const filter = {
  kind: z.enum(GATE_KINDS).optional(),
  term: words(40).optional().describe('Id of a term: only bookings in it'),
  region: words(100).optional().describe('Of the Lead Reviewer’s home'),
};

export const GatesQuery = z.strictObject({ ...momentQuery, ...filter });
export type GatesQuery = z.output<typeof GatesQuery>;

export const GatesBehindQuery = z.strictObject({
  ...momentQuery,
  ...filter,
  lead: words(40).optional().describe('Reference of one person; left out: everybody shown'),
});
export type GatesBehindQuery = z.output<typeof GatesBehindQuery>;

const count = z.int().min(0);

const booking = {
  key: z.string(),
  review: z.string(),
  urn: z.string(),
  school: z.string(),
  region: z.string(),
  termId: z.string(),
  role: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  when: z.string(),
  stateWords: z.string(),
};

export const BookingView = z.object(booking).meta({ id: 'BookedReview', example: exampleBooking });
export type BookingView = z.output<typeof BookingView>;

export const GateRow = z
  .object({
    key: z.string(),
    lead: z.string(),
    name: z.string(),
    synthetic: z.boolean().meta({ description: 'Invented for the sample' }),
    region: z.string(),
    kind: z.enum(GATE_KINDS),
    kindName: z.string(),
    urgency: z.enum(URGENCIES),
    urgencyName: z.string(),
    words: z.string(),
    endsOn: z.string().nullable().meta({ description: 'Its last day; null: it is missing' }),
    firstDay: z.string().nullable().meta({ description: 'Of the first booked review concerned' }),
    bookings: z.array(BookingView),
  })
  .meta({ id: 'GateRow', example: exampleRow });
export type GateRow = z.output<typeof GateRow>;

export const GateKindView = z.object({
  kind: z.enum(GATE_KINDS),
  name: z.string(),
  people: count,
  reviews: count,
});
export type GateKindView = z.output<typeof GateKindView>;

export const GatesReport = z
  .object({
    academicYear: z.string(),
    years: z.array(z.string()),
    asAt: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    title: z.string(),
    asAtWords: z.string(),
    headline: z.string(),
    dueWords: z.string(),
    terms: z.array(z.object({ id: z.string(), name: z.string() })),
    regions: z.array(z.string()),
    kinds: z.array(GateKindView),
    from: z.string().meta({ description: 'First day of the picture' }),
    to: z.string().meta({ description: 'Last day of the picture' }),
    linkTerm: z.string().nullable().meta({ description: 'The term whose pages show a person' }),
    linkPlan: z.string().nullable().meta({ description: 'Its newest plan; null: none' }),
    rows: z.array(GateRow),
  })
  .meta({ id: 'GatesReport', example: exampleReport });
export type GatesReport = z.output<typeof GatesReport>;

export const GatesBehind = z
  .object({
    title: z.string(),
    items: z.array(
      z.object({
        ...booking,
        lead: z.string(),
        name: z.string(),
        words: z.array(z.string()).meta({ description: 'What does not cover it' }),
      }),
    ),
  })
  .meta({ id: 'ReviewsBehindGates', example: exampleBehind });
export type GatesBehind = z.output<typeof GatesBehind>;
