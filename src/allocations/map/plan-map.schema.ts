import { z } from 'zod';
import { ROLES } from '../../solver/problem.js';
import { CHIP_STATES } from '../board/board.schema.js';
import { PlanHeadView } from '../reviews/plan-review.schema.js';
import { examplePlanMap } from './plan-map.example.js';

/** What goes out over HTTP about a plan on a map. */

export const MAP_STATES = [...CHIP_STATES, 'LEFT_OUT'] as const;

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const words = (description: string): z.ZodString => z.string().meta({ description });
const degrees = (what: string): z.ZodNullable<z.ZodNumber> =>
  z
    .number()
    .nullable()
    .meta({ description: `${what} in degrees WGS84; null: not known, so it is not on the map` });

const Journey = z.object({
  review: z.string(),
  school: z.string(),
  person: z.string(),
  name: z.string(),
  home: z.string().nullable(),
  seat: z.enum(ROLES),
  week: z.iso.date(),
  days: z.string(),
  miles: count('By road, one way, from the middle of their postcode district'),
  isOvernight: z.boolean().meta({ description: 'Further than the policy’s overnight distance' }),
  words: words('The seat and the way in a sentence'),
});

const School = z.object({
  review: z.string(),
  school: words('With its town'),
  region: z.string(),
  phase: z.string().nullable(),
  needs: z.array(z.string()).meta({ description: 'Codes' }),
  lat: degrees('Latitude of its postcode'),
  lon: degrees('Longitude of its postcode'),
  state: z.enum(MAP_STATES),
  week: z.iso.date().nullable(),
  days: z.string().nullable(),
  lead: z.string().nullable().meta({ description: 'Who leads it' }),
  leadName: z.string().nullable(),
  miles: z.int().nullable().meta({ description: 'From the lead’s home; null: it has no lead' }),
  words: words('State, lead, days and way in a sentence or two'),
});

const Home = z.object({
  person: z.string(),
  name: z.string(),
  home: z.string().nullable().meta({ description: 'Local authority that they live in' }),
  region: z.string().nullable(),
  lat: z.number().meta({ description: 'To about a kilometre, of their postcode district' }),
  lon: z.number(),
  seats: count('Reviews they have a seat on in this plan'),
  words: words('How many reviews they lead, and how far they travel'),
});

const Week = z.object({
  week: z.iso.date().meta({ description: 'Its Monday' }),
  label: words('For tight places'),
  name: z.string(),
  reviews: count('Reviews with a lead in it'),
  people: count('People with a seat in it'),
  words: words('The same in a sentence'),
});

export const PlanMapView = z
  .object({
    plan: PlanHeadView,
    words: words('How many reviews have a lead, and how many the plan leaves out'),
    travel: words('How far leads travel in all, and on the way that is usual'),
    regions: z.array(
      z.object({
        region: z.string(),
        isPriority: z.boolean(),
        reviews: count('Reviews of the plan'),
        covered: count('Those with a lead'),
        homes: count('People of the plan who live there'),
        words: z.string(),
        weeks: z.array(Week).meta({ description: 'Every week, as far as its own schools go' }),
      }),
    ),
    states: z
      .array(
        z.object({
          state: z.enum(MAP_STATES),
          words: z.string(),
          means: z.string(),
          reviews: count('Reviews in it'),
        }),
      )
      .meta({ description: 'Those that some review is in' }),
    phases: z.array(z.string()).meta({ description: 'Of the schools shown' }),
    needs: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .meta({ description: 'Specialisms that the schools shown ask for' }),
    weeks: z.array(Week),
    schools: z.array(School).meta({ description: 'In time; those without a lead come last' }),
    homes: z.array(Home).meta({ description: 'By name' }),
    journeys: z
      .array(Journey)
      .meta({ description: 'One for each seat, in time, the lead of a review first' }),
  })
  .meta({ id: 'PlanMap', example: examplePlanMap });
export type PlanMapView = z.infer<typeof PlanMapView>;
