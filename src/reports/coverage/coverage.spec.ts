import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REVIEW_STATES } from '../../reviews/lifecycle.js';
import { CHANGE_KINDS, CAUSERS, changesOf } from './changes.js';
import { changeTable } from './coverage-report.js';
import { FIGURES, countsIn, figuresOf } from './figures.js';
import { noticeDays, noticeOf } from './notice.js';
import { type LeadSeatLife, STAGES, stageOf } from './review-life.js';
import { REASONS, whyNotCovered } from './why-not-covered.js';

const seat = (changes: Partial<LeadSeatLife> = {}): LeadSeatLife => ({
  lead: 'LR-001',
  termId: 'spring-2027',
  week: '2027-03-01',
  window: 'MON_WED',
  offered: null,
  accepted: null,
  led: null,
  ended: null,
  ...changes,
});
const offered = '2027-01-04';
const gone = { on: '2027-01-10', by: 'LEAD_REVIEWER' } as const;

describe('the stage of a review', () => {
  it.each([
    ['NOT_COVERED', 'REQUESTED', []],
    ['PLACED', 'REQUESTED', [seat()]],
    ['PUBLISHED', 'OFFERED', [seat({ offered })]],
    ['ACCEPTED', 'CONFIRMED', [seat({ offered, accepted: offered })]],
    ['DONE', 'UNDER_WAY', [seat({ led: '2027-03-03' })]],
    // A seat that ended holds nothing, and the furthest of those that are held counts.
    ['NOT_COVERED', 'REQUESTED', [seat({ offered, accepted: offered, ended: gone })]],
    ['PLACED', 'REQUESTED', [seat({ offered, ended: gone }), seat({ lead: 'LR-002' })]],
    ['ACCEPTED', 'CONFIRMED', [seat(), seat({ offered, accepted: offered })]],
    // The report is in: done, whatever is on record of its seats.
    ['DONE', 'REPORT_SUBMITTED', []],
    ['DONE', 'CLOSED', [seat({ offered })]],
    // Called off, or broken off on its way.
    ['CANCELLED', 'CANCELLED', [seat({ led: '2027-03-03' })]],
    ['POSTPONED', 'POSTPONED', [seat({ offered })]],
    // The state alone gives nobody a seat; after summer nothing is held any more.
    ['NOT_COVERED', 'CONFIRMED', []],
    ['NOT_COVERED', 'NOT_COVERED', [seat({ offered })]],
  ] as const)('is %s for %s with %j', (stage, state, leadSeats) => {
    expect(stageOf({ state, leadSeats: [...leadSeats] })).toBe(stage);
  });

  it('puts every review in figures that nest and add up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STAGES)), (stages) => {
        const all = figuresOf(stages);
        expect(all.due).toBe(stages.length);
        expect(all.covered + all.notCovered + all.postponed + all.cancelled).toBe(all.due);
        const nested = [all.due, all.covered, all.published, all.accepted, all.done];
        expect(nested).toEqual([...nested].sort((a, b) => b - a));
        for (const figure of FIGURES) {
          expect(stages.filter((stage) => countsIn(stage, figure))).toHaveLength(all[figure]);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe('notice', () => {
  it('runs from the first offer of the term to the first day of the slot that stands', () => {
    const first = seat({ offered: '2027-01-04', ended: gone });
    const second = seat({ lead: 'LR-002', offered: '2027-02-20', window: 'WED_FRI' });
    expect(noticeDays({ leadSeats: [first, second] })).toBe(58);
    // An offer of another term was for another slot.
    const autumn = { ...first, termId: 'autumn-2026', offered: '2026-09-14' };
    expect(noticeDays({ leadSeats: [autumn, second] })).toBe(11);
    expect(noticeDays({ leadSeats: [first] })).toBeNull();
    expect(noticeDays({ leadSeats: [seat({ led: '2027-03-03' })] })).toBeNull();
  });

  it('is short below four weeks, and its median lies in the middle', () => {
    const on = (day: string): { leadSeats: LeadSeatLife[] } => ({
      leadSeats: [seat({ offered: day })],
    });
    const two = noticeOf([on('2027-02-01'), on('2027-02-02')]);
    expect(two.spans.map(({ reviews }) => reviews)).toEqual([0, 1, 1, 0, 0, 0]);
    expect(two).toMatchObject({
      reviews: 2,
      medianDays: 27.5,
      shortestDays: 27,
      short: 1,
    });
    expect(noticeOf([on('2027-02-27'), on('2027-02-01'), on('2027-01-01')]).medianDays).toBe(28);
    expect(noticeOf([])).toMatchObject({
      reviews: 0,
      medianDays: null,
      shortestDays: null,
      short: 0,
    });
  });
});

describe('changes after publication', () => {
  const ended = seat({ offered, ended: gone });
  const later = { offered: '2027-01-11' };
  it.each([
    ['NEW_LEAD', [ended, seat({ lead: 'LR-002', ...later })]],
    ['NEW_SLOT', [ended, seat({ week: '2027-03-08', ...later })]],
    ['NEW_LEAD_AND_SLOT', [ended, seat({ lead: 'LR-002', window: 'WED_FRI', ...later })]],
    ['NO_LEAD', [ended]],
    // Placed, and told to nobody: nothing has been published in its place.
    ['NO_LEAD', [ended, seat({ lead: 'LR-002' })]],
    ['NO_LEAD', [ended, seat({ lead: 'LR-002', termId: 'summer-2027', ...later })]],
  ] as const)('%s', (kind, leadSeats) => {
    const found = changesOf({ state: 'REQUESTED', leadSeats: [...leadSeats] });
    expect(found).toMatchObject([{ kind, by: 'LEAD_REVIEWER' }]);
  });

  it('are none where nothing was offered, or the same was offered again', () => {
    const none = (leadSeats: LeadSeatLife[]): void =>
      expect(changesOf({ state: 'REQUESTED', leadSeats })).toEqual([]);
    none([seat({ ended: gone })]);
    none([seat({ offered })]);
    none([ended, seat(later)]);
    none([seat({ offered, led: '2027-03-03', ended: gone })]);
  });

  it('is a review called off where it was cancelled or postponed', () => {
    for (const state of ['CANCELLED', 'POSTPONED'] as const) {
      expect(changesOf({ state, leadSeats: [ended] })).toMatchObject([{ kind: 'CALLED_OFF' }]);
    }
  });

  it('add up by cause and kind, one for each offered seat that ended', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-01-${String(n).padStart(2, '0')}`);
    const anySeat = fc.record({
      lead: fc.constantFrom('LR-001', 'LR-002'),
      termId: fc.constantFrom('autumn-2026', 'spring-2027'),
      week: fc.constantFrom('2027-03-01', '2027-03-08'),
      window: fc.constantFrom('MON_WED' as const, 'WED_FRI' as const),
      offered: fc.option(day),
      accepted: fc.constant(null),
      led: fc.option(day, { freq: 9 }),
      ended: fc.option(fc.record({ on: day, by: fc.constantFrom(...CAUSERS) })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...REVIEW_STATES),
        fc.array(anySeat, { maxLength: 6 }),
        (state, leadSeats) => {
          const changes = changesOf({ state, leadSeats });
          const ends = leadSeats.filter(
            (each) => each.offered !== null && each.ended !== null && each.led === null,
          );
          expect(changes.length).toBeLessThanOrEqual(ends.length);
          const cells = changeTable(changes).flatMap(({ counts }) =>
            CHANGE_KINDS.map((kind) => counts[kind]),
          );
          expect(cells.reduce((sum, count) => sum + count, 0)).toBe(changes.length);
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  });
});

describe('why a school is not covered', () => {
  const review = {
    state: 'REQUESTED',
    termId: 'spring-2027',
    windowsKnown: true,
    leadSeats: [],
  } as const;
  const why = (changes: object): string => {
    const changed = { ...review, leadSeats: [] as LeadSeatLife[], ...changes };
    return whyNotCovered(changed, stageOf(changed));
  };
  it('has one reason for each case', () => {
    const found = [
      whyNotCovered(null, 'NOT_COVERED'),
      why({ state: 'CANCELLED' }),
      why({ state: 'POSTPONED' }),
      why({ state: 'NOT_COVERED' }),
      why({ leadSeats: [seat({ offered, ended: gone })] }),
      why({ state: 'CONFIRMED' }),
      why({ termId: null }),
      why({ windowsKnown: false }),
      why({}),
    ];
    expect(found).toEqual(REASONS);
    // Lost in an earlier term: in this one nobody has been found yet.
    const lost = seat({ termId: 'autumn-2026', offered, ended: gone });
    expect(why({ leadSeats: [lost] })).toBe('NOT_PLACED');
  });
});
