/** Examples for the description of the API. */

const week = {
  week: '2027-02-08',
  label: '8 Feb',
  name: 'Week of 8 February 2027',
  gapBefore: null,
};

const window = {
  week: '2027-02-08',
  window: 'MON_WED' as const,
  label: 'Mon 8 – Wed 10',
  days: 'Monday 8 to Wednesday 10 February 2027',
  closed: null,
  grade: 'UNAVAILABLE' as const,
  gradeInWords: 'Not available',
  because: 'Said not available from 8 to 12 February 2027',
  decidedBy: 'RANGE' as const,
};

const counts = {
  windows: 20,
  possible: 18,
  words: '18 of 20 windows are possible: 18 available. 2 are not.',
};

export const exampleCalendar = {
  lead: 'LR-001',
  name: 'Ann Other',
  termId: 'spring-2027',
  termName: 'Spring 2027',
  round: { deadlineInWords: 'Friday 11 December 2026, 5:00 pm', isPast: true },
  answer: null,
  answeredInWords: 'No answer yet',
  waiver: null,
  counts,
  weeks: [{ ...week, windows: [window] }],
  sentences: ['never Mondays, and not the week of 8 February'],
};

export const exampleDraft = {
  follows: null,
  understood: [
    {
      from: 0,
      to: 26,
      said: 'not the week of 8 February',
      means: 'Not available in the week of 8 February 2027',
    },
  ],
  notUnderstood: [],
  answer: {
    default: 'AVAILABLE' as const,
    ceiling: null,
    note: null,
    said: 'not the week of 8 February',
    statements: [
      {
        kind: 'RANGE' as const,
        from: '2027-02-08',
        to: '2027-02-12',
        grade: 'UNAVAILABLE' as const,
      },
    ],
  },
  answerInWords: [
    'Not available from 8 to 12 February 2027',
    'Available unless they say otherwise',
  ],
  weeks: [
    {
      ...week,
      windows: [
        {
          ...window,
          before: { grade: 'AVAILABLE' as const, gradeInWords: 'Available' },
          isChanged: true,
        },
      ],
    },
  ],
  changes: [
    {
      week: '2027-02-08',
      window: 'MON_WED' as const,
      words: 'Monday 8 to Wednesday 10 February 2027: from available to not available',
    },
  ],
  counts,
  words: ['2 windows change', counts.words],
  isSame: false,
};
