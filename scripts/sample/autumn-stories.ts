import { type SeatRow } from '../../src/solver/problem.js';
import { type SeededRandom } from '../seeded-random.js';

/** What happened to a planned review of autumn. */
export interface Story {
  kind: 'DECLINED' | 'ILL' | 'CANCELLED' | 'LED';
  /** Whether somebody else led it. */
  replaced: boolean;
  /** How long before the first day the school cancelled. */
  daysBefore: number;
  reason: string;
}

export const LED_AS_PLANNED: Story = { kind: 'LED', replaced: false, daysBefore: 0, reason: '' };

const DECLINES = 10;
const DECLINED_FOR_GOOD = 2;
const DECLINED_BECAUSE = [
  'Committed elsewhere that week',
  'An inspection of my own school is likely that week',
  'Too long a journey that week',
];
const ILL = 2;
const ILL_FOR_GOOD = 1;
/** Each so many days before a Monday or Wednesday that it is a working day; the first two lie within ten of them. */
const CANCELLATIONS = [
  { daysBefore: 5, reason: 'An inspection was announced' },
  { daysBefore: 7, reason: 'The boiler failed and the school is closed' },
  { daysBefore: 28, reason: 'The headteacher is leaving at half-term' },
  { daysBefore: 33, reason: 'The school is joining another trust this term' },
];

/** By review. Only reviews with an established lead alone have a story: nobody else's induction hangs on it. */
export function drawStories(planned: readonly SeatRow[], random: SeededRandom): Map<string, Story> {
  const stories = [...declines(random), ...illnesses(), ...cancellations()];
  const alone = planned.filter(
    (row) => row.lead !== null && row.shadow === null && row.qualityAssurer === null,
  );
  const late = random.sample(
    alone.filter(({ week }) => (week ?? '') > '2026-11-01'),
    stories.length,
  );
  return new Map(late.map(({ review }, index) => [review, stories[index] ?? LED_AS_PLANNED]));
}

function declines(random: SeededRandom): Story[] {
  return Array.from({ length: DECLINES }, (_, index) => ({
    kind: 'DECLINED',
    replaced: index >= DECLINED_FOR_GOOD,
    daysBefore: 0,
    reason: random.pick(DECLINED_BECAUSE),
  }));
}

function illnesses(): Story[] {
  return Array.from({ length: ILL }, (_, index) => ({
    kind: 'ILL',
    replaced: index >= ILL_FOR_GOOD,
    daysBefore: 0,
    reason: 'Ill',
  }));
}

function cancellations(): Story[] {
  return CANCELLATIONS.map((each) => ({ kind: 'CANCELLED', replaced: false, ...each }));
}
