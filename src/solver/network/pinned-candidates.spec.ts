import { describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { usableCandidates } from '../model.js';
import type { Pin, Problem } from '../problem.js';
import { pinnedCandidates } from './pinned-candidates.js';

/** Two slots; an established lead, a new one, two assurers of whom one has a single slot, and a shadow. */
const of = problem({
  weeks: [WEEK_1, WEEK_2],
  leads: [
    person('Ada'),
    person('Nia', { isNew: true }),
    person('Qi', { roles: ['QUALITY_ASSURER'] }),
    person('Quy', {
      roles: ['QUALITY_ASSURER'],
      availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } },
    }),
    person('Sam', { roles: ['SHADOW'] }),
  ],
  reviews: ['R1', 'R2'].map((id) =>
    review(id, {
      windows: [
        { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
        { week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' },
      ],
    }),
  ),
});

/** Who is left for R1: names and weeks by seat, such as `Ada 2`. */
function left(pins: Pin[], from: Problem = of): Record<string, string[]> {
  const pinned = { ...from, pins };
  const seats: Record<string, string[]> = { LEAD: [], QUALITY_ASSURER: [], SHADOW: [] };
  for (const { role, lead, review: at, week } of pinnedCandidates(
    pinned,
    usableCandidates(pinned),
  )) {
    if (at === 0) seats[role]?.push(`${pinned.leads[lead]?.id ?? ''} ${week + 1}`);
  }
  return seats;
}

const everybody = {
  LEAD: ['Ada 1', 'Nia 1', 'Ada 2', 'Nia 2'],
  QUALITY_ASSURER: ['Qi 1', 'Qi 2', 'Quy 2'],
  SHADOW: ['Sam 1', 'Sam 2'],
};

describe('pinnedCandidates', () => {
  it('leaves everybody where there is no pin, or it is for another review', () => {
    expect(left([])).toEqual(everybody);
    expect(left([{ review: 'R2', lead: 'Ada' }])).toEqual(everybody);
  });

  it('leaves everybody where the pin names nothing but the review', () => {
    expect(left([{ review: 'R1' }])).toEqual(everybody);
  });

  it('leaves of the leads the one who is named', () => {
    expect(left([{ review: 'R1', lead: 'Ada' }])).toEqual({
      ...everybody,
      LEAD: ['Ada 1', 'Ada 2'],
    });
  });

  it('leaves of the slots the one that is named, for every seat', () => {
    expect(left([{ review: 'R1', week: WEEK_1, window: 'MON_WED' }])).toEqual({
      LEAD: ['Ada 1', 'Nia 1'],
      QUALITY_ASSURER: ['Qi 1'],
      SHADOW: ['Sam 1'],
    });
    expect(left([{ review: 'R1', week: WEEK_1, window: 'WED_FRI' }])).toEqual({
      LEAD: [],
      QUALITY_ASSURER: [],
      SHADOW: [],
    });
  });

  it('leaves beside a named assurer only new leads, in slots in which the assurer can sit', () => {
    expect(left([{ review: 'R1', qualityAssurer: 'Quy' }])).toEqual({
      LEAD: ['Nia 2'],
      QUALITY_ASSURER: ['Quy 2'],
      SHADOW: ['Sam 1', 'Sam 2'],
    });
  });

  it('leaves beside a named shadow only established leads, in slots in which the shadow can sit', () => {
    const bans = [{ lead: 'Sam', review: 'R1', week: WEEK_2 }];
    expect(left([{ review: 'R1', shadow: 'Sam' }], { ...of, bans })).toMatchObject({
      LEAD: ['Ada 1'],
      SHADOW: ['Sam 1'],
    });
  });

  it('leaves nobody to lead where pins contradict each other, or name somebody who cannot', () => {
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    for (const pins of [
      [
        { review: 'R1', lead: 'Ada' },
        { review: 'R1', lead: 'Nia' },
      ],
      [{ review: 'R1', lead: 'Ada', qualityAssurer: 'Qi' }],
      [{ review: 'R1', lead: 'Nia', shadow: 'Sam' }],
      [{ review: 'R1', qualityAssurer: 'Quy', ...slot }],
      [{ review: 'R1', qualityAssurer: 'Qi', shadow: 'Sam' }],
      [{ review: 'R1', lead: 'Nobody' }],
    ]) {
      expect(left(pins).LEAD).toEqual([]);
    }
  });

  it('takes several pins of a review together', () => {
    const pins: Pin[] = [
      { review: 'R1', lead: 'Nia' },
      { review: 'R1', week: WEEK_2, window: 'MON_WED' },
    ];
    expect(left(pins).LEAD).toEqual(['Nia 2']);
  });
});
