import { z } from 'zod';
import { STANDINGS } from '../../solver/preflight/tables.js';
import { WINDOWS } from '../../solver/problem.js';
import { examplePreflight } from './preflight.example.js';

/** What goes out over HTTP about a term before it is solved. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const sentences = (description: string): z.ZodArray<z.ZodString> =>
  z.array(z.string()).meta({ description });

const Weighed = z.object({
  reviews: z.int().min(0),
  priority: count('Their priorities added up, as in the aim coverage'),
});

const Standing = z.enum(STANDINGS).meta({
  description:
    'SHORT: proven, some of these reviews cannot have a lead. PINCH: it does not come out even: of a time, when schools spread evenly; of a group, because it shares too few people with others. ENOUGH: neither',
});

const Person = z.object({ lead: z.string(), name: z.string() });
const Room = Person.extend({
  weeks: z.array(z.iso.date()).meta({ description: 'In which they could take one of the seats' }),
  most: count('Seats among these that they can take'),
  limit: z
    .enum(['WEEKS', 'REST', 'TERM_LIMIT'])
    .meta({ description: 'What keeps them from taking more' }),
  pinnedSeats: count('Seats that pins give them besides'),
});

const School = z.object({
  review: z.string(),
  school: z.string(),
  region: z.string(),
  priority: z.int().min(1),
  isPinned: z.boolean(),
});

const TooMany = z.object({
  words: sentences('Which reviews, who could lead them, and what limits each of these people'),
  reviews: z.array(School),
  most: count('The most of them that can have a lead'),
  people: z.array(Room).meta({ description: 'Nobody else could lead any of them' }),
});

const whatHelps = sentences('What can be asked or looked at, the most likely first');

const Shortage = TooMany.extend({
  whatHelps,
  priorityLost: count('What it costs in the aim coverage, at least'),
  smallest: z
    .array(TooMany)
    .meta({ description: 'Parts that are too many by themselves, the fewest reviews first' }),
});

const Nobody = School.extend({
  whatHelps,
  leads: count('People who may lead this term'),
  closed: sentences('Windows that the school accepts, when nobody can review'),
  keptAway: z
    .array(z.object({ people: count('How many of them'), words: z.string() }))
    .meta({ description: 'One person may be kept away by several things' }),
});

const time = {
  words: sentences('What is wrong with it; none where nothing is'),
  standing: Standing,
  accepted: count('Reviews whose school accepts it'),
  possible: count('Reviews that somebody could lead then'),
  onlyHere: z
    .array(School)
    .meta({ description: 'Reviews that nobody could lead at another time: whom to ask first' }),
  evenShare: z.number().meta({ description: 'Reviews that would fall on it, spread evenly' }),
  people: count('People who could lead one of them then'),
  most: count('The most reviews that can be led then, everything else left aside'),
  mostOnlyHere: count('The most of `onlyHere` that can be led'),
};
const Week = z.object({ week: z.iso.date(), name: z.string(), ...time });
const Slot = z.object({
  week: z.iso.date(),
  window: z.enum(WINDOWS),
  name: z.string(),
  closed: z.string().nullable().meta({ description: 'Why nobody can review in it' }),
  ...time,
});

const Group = z.object({
  code: z.string().meta({ description: 'As in the registers' }),
  name: z.string().meta({ description: 'For people' }),
  standing: Standing,
  reviews: count('How many there are'),
  possible: count('Those that somebody could lead'),
  people: count('People who could lead one of them'),
  seats: count('Seats that those people can take on them, everything else left aside'),
  most: count('The most of them that can have a lead, all other reviews left aside'),
  inShortages: count('Those that are in a proven shortage'),
  words: sentences('What is wrong with it; none where nothing is'),
});

export const PreflightView = z
  .object({
    term: z.string().meta({ description: 'Its name' }),
    asOf: z.iso.date().nullable().meta({ description: 'The day on which the registers stood so' }),
    words: sentences('How many reviews can have a lead at most; what in it is made up'),
    isInvented: z
      .object({ people: z.boolean(), needs: z.boolean() })
      .meta({ description: 'Made up for the sample, which must be said wherever they are shown' }),
    coverage: z.object({ due: Weighed, most: Weighed }),
    pinsShort: TooMany.nullable().meta({
      description: 'Pinned reviews that cannot all have a lead: no plan keeps the pins',
    }),
    shortages: z.array(Shortage).meta({
      description:
        'Proven, beside the pins that cannot all hold; no review is in two, and they add up',
    }),
    nobody: z.array(Nobody).meta({ description: 'Reviews that nobody could lead' }),
    seats: z.object({
      leads: z.object({
        reviews: count('Reviews that are due'),
        people: count('People who could lead one of them'),
        most: count('The most reviews that can have a lead'),
      }),
      assurers: z.object({
        words: sentences('What stands in their way'),
        whatHelps,
        newLeads: count('New leads who could lead something, if they are assured'),
        people: count('People who could assure one of them'),
        most: count('The most new leads that can lead anything'),
        nobody: z.array(Person).meta({ description: 'New leads whom nobody could assure' }),
        shortages: z.array(
          z.object({
            newLeads: z.array(Person),
            most: count('The most of them that can lead'),
            assurers: z.array(Room),
            cost: TooMany.nullable().meta({
              description:
                'Reviews that it leaves without a lead, whoever is assured, with the people who could assure them; null: none need be, as far as can be seen before a run',
            }),
          }),
        ),
      }),
      shadows: z.object({
        words: sentences('What stands in their way'),
        whatHelps,
        people: count('People in induction who are to shadow'),
        reviews: count('Reviews that one of them could shadow'),
        most: count('The most of them that can shadow a review'),
        nowhere: z.array(Person).meta({ description: 'Those who can shadow no review' }),
        shortages: z.array(
          z.object({
            people: z.array(Person),
            most: count('The most of them that can shadow'),
            reviews: z.array(School),
          }),
        ),
      }),
    }),
    weeks: z.array(Week),
    slots: z.array(Slot),
    regions: z.array(Group),
    phases: z.array(Group),
    needs: z.array(Group).meta({ description: 'A review counts under each of its needs' }),
    leftOut: z
      .array(
        z.object({
          kind: z.enum(['Lead Reviewer', 'School']),
          who: z.string(),
          reference: z.string(),
          reason: z.string(),
          whatHelps: z.string().meta({ description: 'How they get into the term' }),
        }),
      )
      .meta({ description: 'What the term could not take in: to follow up' }),
  })
  .meta({ id: 'Preflight', example: examplePreflight });
export type PreflightView = z.infer<typeof PreflightView>;
