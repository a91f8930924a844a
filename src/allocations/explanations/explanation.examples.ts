import { type AimPrice } from '../../solver/explain/price.js';
import { type AimName } from '../../solver/plan.js';
import {
  type AlternativeView,
  type MeasuredFromView,
  type SeatFactsView,
  type SlotView,
  type StandingView,
} from './explanation-parts.schema.js';
import { type CandidateView } from './explanation.schema.js';

/** What the API's description shows; the people are invented. */

const slot: SlotView = {
  week: '2027-01-11',
  window: 'MON_WED',
  days: 'Monday 11 to Wednesday 13 January 2027',
};
const about = { review: 'QAR-2026-0042', school: 'Vale School, Maidstone' };
const ada = { lead: 'LR-007', name: 'Ada Skylark' };
const ben = { lead: 'LR-012', name: 'Ben Linnet' };
const measuredFrom: MeasuredFromView = { isProven: true, breaches: [], words: [] };
const before = {
  review: about.review,
  week: slot.week,
  window: slot.window,
  lead: ada.lead,
  qualityAssurer: null,
  shadow: null,
};

const facts: SeatFactsView = {
  ...slot,
  miles: 4,
  isOvernight: false,
  availability: 'AVAILABLE',
  hostWindow: 'PREFERRED',
  region: 'WILLING',
  needsMatched: ['HI'],
  needsUnmatched: [],
  isNew: false,
  commitment: {
    minimum: 6,
    done: 2,
    target: 2,
    led: 1,
    words: 'Leads 1 this term against a target of 2, 3 of 6 in the year',
  },
  words: [
    'Ada Skylark is available in this window; the school prefers it.',
    'Ada Skylark knows its need (HI).',
    'Ada Skylark lives 4 miles away by road, and is willing to travel to the South East.',
    'With it Ada Skylark leads 1 of a target of 2 this term; 3 of 6 for the year.',
  ],
};
const factsOfBen: SeatFactsView = {
  ...facts,
  miles: 30,
  words: facts.words.map((words) =>
    words.replace('Ada Skylark', 'Ben Linnet').replace('4 miles', '30 miles'),
  ),
};

/** What each aim comes to now, and how much of it is lost. */
function aims(fit: number): AimPrice[] {
  const same = (aim: AimName, value: number): AimPrice => ({
    aim,
    given: value,
    alternative: value,
    loss: 0,
  });
  return [
    same('coverage', 1),
    same('changes', 0),
    same('shadowing', 0),
    same('commitment', 4),
    same('balance', 833),
    { aim: 'fit', given: 21, alternative: 21 + fit, loss: fit },
    same('company', 0),
  ];
}

const withBen: AlternativeView = {
  isPossible: true,
  price: {
    aims: aims(8),
    firstAim: 'fit',
    verdict: 'LOSS',
    isProven: true,
    miles: 26,
    headline: 'Leads, dates and schools suit each other less, by 8 points.',
    also: ['Leads travel 26 miles further in all, one way.'],
  },
  moves: [
    {
      ...about,
      differs: ['LEAD'],
      before,
      after: { ...before, lead: ben.lead },
      words: 'Vale School, Maidstone goes from Ada Skylark to Ben Linnet.',
    },
  ],
  people: [
    { person: ada.lead, name: ada.name },
    { person: ben.lead, name: ben.name },
  ],
  conflict: [],
  whyNone: [],
};

export const exampleWhy = {
  ...about,
  ...ada,
  measuredFrom,
  reason:
    'Ada Skylark is available in this window that the school prefers, knows HI and lives 4 miles away. The only other who may lead it is Ben Linnet, at a price: leads, dates and schools suit each other less, by 8 points.',
  words: [
    ...facts.words,
    '1 other person may lead it.',
    'In the best plan without Ada Skylark here, Ben Linnet leads it, and the plan is the worse for it.',
    'Leads, dates and schools suit each other less, by 8 points.',
    'Leads travel 26 miles further in all, one way.',
    'Ben Linnet lives 30 miles away instead of 4.',
  ],
  facts,
  othersPermitted: 1,
  isPinned: false,
  without: withBen,
  nextBest: { ...ben, facts: factsOfBen },
};

const mend = {
  kind: 'ASK',
  fact: 'AVAILABILITY',
  subject: 'LR-031',
  words: 'It would do if Cy Heron could review on Monday 11 to Wednesday 13 January 2027.',
} as const;
const unavailable = { rule: 'personIsAvailable', title: 'Is available in this window' };
const refusal: StandingView = {
  isPermitted: false,
  windows: [
    {
      ...slot,
      hostWindow: 'PREFERRED',
      obstacles: [
        {
          ...unavailable,
          reason: 'Cy Heron is not available on Monday 11 to Wednesday 13 January 2027.',
          mend,
        },
      ],
    },
  ],
  blockedBy: [unavailable],
  nearest: {
    ...slot,
    mends: [mend],
    words: 'Cy Heron could review on Monday 11 to Wednesday 13 January 2027',
  },
};
const refusalInWords = [
  'Cy Heron is not available on Monday 11 to Wednesday 13 January 2027.',
  'Cy Heron could lead it if Cy Heron could review on Monday 11 to Wednesday 13 January 2027.',
];

export const exampleWhyNot = {
  ...about,
  person: 'LR-031',
  name: 'Cy Heron',
  role: 'LEAD',
  hasSeat: false,
  measuredFrom,
  words: refusalInWords,
  ...refusal,
  chosen: null,
  mended: {
    isPossible: true,
    price: {
      aims: aims(30),
      firstAim: 'fit',
      verdict: 'LOSS',
      isProven: true,
      miles: 0,
      headline: 'Leads, dates and schools suit each other less, by 30 points.',
      also: [],
    },
    moves: [
      {
        ...about,
        differs: ['LEAD'],
        before,
        after: { ...before, lead: 'LR-031' },
        words: 'Vale School, Maidstone goes from Ada Skylark to Cy Heron.',
      },
    ],
    people: [
      { person: ada.lead, name: ada.name },
      { person: 'LR-031', name: 'Cy Heron' },
    ],
    conflict: [],
    whyNone: [],
  },
};

const candidate: CandidateView = {
  ...about,
  ...ben,
  isPresent: false,
  slots: [slot],
  facts: factsOfBen,
  alternative: withBen,
};

export const exampleCandidates = {
  measuredFrom,
  permitted: [candidate],
  impossible: [],
  refused: [
    {
      ...about,
      lead: 'LR-031',
      name: 'Cy Heron',
      miles: 4,
      refusal: { kind: 'MENDABLE' as const, words: 'Could lead it with one change' },
      reasons: refusalInWords.slice(0, 1),
      noMend: [],
      words: refusalInWords,
      ...refusal,
    },
  ],
};

const { refused } = exampleCandidates;
export const exampleRankingEvents = [
  `event: list\ndata: ${JSON.stringify({ measuredFrom, toPrice: 1, refused })}\n`,
  `event: candidate\ndata: ${JSON.stringify(candidate)}\n`,
  'event: heartbeat\ndata: \n',
  `event: ended\ndata: ${JSON.stringify(exampleCandidates)}\n`,
].join('\n');
