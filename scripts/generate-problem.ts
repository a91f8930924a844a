/**
 * Writes a made-up problem file of realistic size and shape, for benchmarks and tests:
 * `node dist/scripts/generate-problem.js --seed 1 --leads 100 --reviews 160 --weeks 12 --out file.json`.
 * The same options give the same file on every machine.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import {
  DEFAULT_POLICY,
  type Lead,
  PROBLEM_FORMAT,
  type Problem,
  type Review,
} from '../src/solver/problem.js';
import { bansOf, closedSlots, permittedRows, pinOf, schoolWeeks } from './generated/history.js';
import { generatePeople } from './generated/people.js';
import { generateReviews } from './generated/reviews.js';
import { seededRandom } from './seeded-random.js';

/** How large and how awkward the problem is; whole numbers. */
export interface GenerateOptions {
  seed: number;
  /** People, those in induction among them. */
  leads: number;
  reviews: number;
  weeks: number;
  /** Two assurers for each hundred people instead of 25. */
  shortOfAssurers?: boolean;
  /** How many reviews have been published, with seats that were permitted; some leads have left since. */
  published?: number;
  /** How many reviews are pinned to a lead and a slot; together these pins always can hold. */
  pins?: number;
  bans?: number;
  /** Nobody travels further than this many km, so that fewer people may lead each review. */
  radius?: number;
}

/** A problem of the format's every kind of fact, in proportions like the programme's. */
export function generateProblem(options: GenerateOptions): Problem {
  const random = seededRandom(options.seed);
  const weeks = schoolWeeks(options.weeks);
  const reviews: Review[] = generateReviews(options.reviews, weeks, random);
  const leads: Lead[] = generatePeople(options, weeks, reviews, random).map((lead) =>
    within(lead, options.radius),
  );
  const bare: Problem = {
    format: PROBLEM_FORMAT,
    name: `Generated: ${options.leads} people, ${options.reviews} reviews, ${options.weeks} weeks, seed ${options.seed}`,
    weeks,
    closed: closedSlots(weeks),
    leads,
    reviews,
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
  // Pins are drawn first: what is published is meant to be changed, pins are meant to hold.
  const pinned = permittedRows(bare, options.pins ?? 0, random);
  const published = permittedRows(bare, options.published ?? 0, random).map((row) =>
    random.chance(0.05) ? { ...row, lead: 'somebody who has left' } : row,
  );
  const pins = pinned.map(pinOf);
  return { ...bare, published, pins, bans: bansOf(bare, pins, options.bans ?? 0, random) };
}

function within(lead: Lead, radius: number | undefined): Lead {
  if (radius === undefined) return lead;
  const maxKm = Math.min(lead.limits.maxKm ?? radius, radius);
  return { ...lead, limits: { ...lead.limits, maxKm } };
}

/** A whole number of at least `least`, or an explanation for whoever typed it. */
function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < least) {
      throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
    }
    return number;
  };
}

function run(): void {
  new Command('generate-problem')
    .description('Write a made-up problem file. The same options give the same file.')
    .option('--seed <number>', 'which of the many problems', wholeNumber(0), 1)
    .option('--leads <number>', 'people', wholeNumber(0), 100)
    .option('--reviews <number>', 'reviews that are due', wholeNumber(0), 160)
    .option('--weeks <number>', 'school weeks, 1 to 60', wholeNumber(1), 12)
    .option('--short-of-assurers', 'two assurers for each hundred people', false)
    .option('--published <number>', 'published reviews', wholeNumber(0), 0)
    .option('--pins <number>', 'reviews pinned to a lead and a slot', wholeNumber(0), 0)
    .option('--bans <number>', 'bans', wholeNumber(0), 0)
    .option('--radius <km>', 'nobody travels further', wholeNumber(1))
    .requiredOption('--out <file>', 'where to write the problem')
    .action(({ out, ...options }: GenerateOptions & { out: string }) => {
      writeFileSync(out, `${JSON.stringify(generateProblem(options), null, 1)}\n`);
      console.log(`Wrote ${out}`);
    })
    .parse();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) run();
