import { describe, expect, it } from '@jest/globals';
import { person, WEEK_1, WEEK_2, WEEKS } from '../../../test/solver/builders.js';
import { leaving, slotsBefore } from './days.js';

describe('a slot', () => {
  it.each([
    ['MON_WED', '2027-01-13', false],
    ['MON_WED', '2027-01-14', true],
    ['WED_FRI', '2027-01-15', false],
    ['WED_FRI', '2027-01-16', true],
  ] as const)(
    'is before a day where its last day is: %s of 11 January, %s: %s',
    (window, day, is) => {
      expect(slotsBefore(day)({ week: WEEK_1, window })).toBe(is);
    },
  );

  it('is before a day across the change of clocks and the end of a year', () => {
    expect(slotsBefore('2027-03-29')({ week: '2027-03-22', window: 'WED_FRI' })).toBe(true);
    expect(slotsBefore('2027-01-01')({ week: '2026-12-28', window: 'WED_FRI' })).toBe(false);
    expect(slotsBefore('2027-01-02')({ week: '2026-12-28', window: 'WED_FRI' })).toBe(true);
  });
});

describe('whoever goes', () => {
  const ada = person('Ada', {
    availability: {
      [WEEK_1]: { MON_WED: 'PREFERRED', WED_FRI: 'IF_NEEDED' },
      [WEEK_2]: { MON_WED: 'AVAILABLE' },
    },
  });

  it('keeps the slots that are over by then, as they were, and the weeks that have one', () => {
    expect(leaving(ada, WEEKS, '2027-01-15')).toEqual({
      availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
      weeksLeft: 1,
    });
    expect(leaving(ada, WEEKS, '2027-01-16')).toEqual({
      availability: { [WEEK_1]: { MON_WED: 'PREFERRED', WED_FRI: 'IF_NEEDED' } },
      weeksLeft: 1,
    });
    expect(leaving(ada, WEEKS, '2027-01-21')).toEqual({
      availability: ada.availability,
      weeksLeft: 2,
    });
  });

  it('keeps nothing where nothing is over, and all weeks after the last', () => {
    expect(leaving(ada, WEEKS, WEEK_1)).toEqual({ availability: {}, weeksLeft: 0 });
    // Strictly: a window without a grade is not one that is kept as undefined.
    expect(leaving(ada, WEEKS, '2027-12-31')).toStrictEqual({
      availability: ada.availability,
      weeksLeft: WEEKS.length,
    });
  });
});
