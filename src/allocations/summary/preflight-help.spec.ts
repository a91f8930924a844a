import { describe, expect, it } from '@jest/globals';
import { type NobodyCanLead } from '../../solver/preflight/preflight.js';
import { type PersonRoom } from '../../solver/preflight/review-findings.js';
import { seatRules } from '../../solver/rules/seat-rules.js';
import { planNames } from './plan-names.js';
import { groupInWords, helpForNobody, helpForShortage } from './preflight-help.js';

const slot = { week: '2027-01-11', window: 'MON_WED' as const };
const nobody = (rules: [string, number][], more: Partial<NobodyCanLead> = {}): NobodyCanLead => ({
  review: 'R1',
  openWindows: [slot],
  closedWindows: [],
  leads: 9,
  rules: rules.map(([rule, alone]) => ({ rule, title: rule, leads: 5, alone, words: 'are out' })),
  shutOutTogether: 0,
  permitted: [],
  permittedNew: [],
  assurers: 0,
  isPinned: false,
  ...more,
});

/** Ann Lark is a new lead whom nobody could assure. */
const helped = (review: NobodyCanLead): string[] => {
  const none = { newLeads: 1, people: 0, most: 0, shortages: [] };
  const people = { Ann: { name: 'Ann Lark', synthetic: true, availability: [] as [] } };
  return helpForNobody(review, { assurers: { ...none, nobody: ['Ann'] } }, planNames({ people }));
};

describe('what helps a review that nobody could lead', () => {
  it('is one thing that alone is in the way of somebody', () => {
    const rules: [string, number][] = [
      ['leadSharesANeed', 0],
      ['personIsAvailable', 3],
      ['regionIsNotRefused', 1],
    ];
    expect(helped(nobody(rules))).toEqual([
      'Ask the school for another window, or one of 3 people for whom only the window is in the way.',
      'Ask the 1 person for whom only the region is in the way.',
    ]);
  });

  it('is first an assurer for a new lead who lacks only that', () => {
    const permitted = ['Ann', 'Ben'];
    expect(helped(nobody([['leadSharesANeed', 0]], { permitted }))).toEqual([
      'Find somebody who could assure the quality of Ann Lark.',
    ]);
  });

  it('is no single thing where each has several against them', () => {
    expect(helped(nobody([['leadSharesANeed', 0]]))).toEqual([
      expect.stringMatching(/^No single change/),
    ]);
  });

  it('is another window where all are closed', () => {
    expect(helped(nobody([], { openWindows: [] }))).toEqual([
      'Ask the school for a window in which reviews can be led.',
    ]);
  });

  it.each(seatRules.map(({ name }) => name))('is a sentence for %s', (rule) => {
    expect(helped(nobody([[rule, 2]]))).toEqual([expect.stringMatching(/^(Ask|Look).*\.$/)]);
  });
});

describe('what helps a shortage', () => {
  const names = planNames({
    people: { Ada: { name: 'Ada Lark', synthetic: true, availability: [] } },
  });
  const room = (lead: string, limit: PersonRoom['limit']): PersonRoom => ({
    lead,
    limit,
    weeks: [],
    most: 1,
    pinnedSeats: 0,
  });

  it('goes by what limits each of the people', () => {
    const people = [room('Ada', 'WEEKS'), room('Ben', 'REST'), room('Cy', 'TERM_LIMIT')];
    expect(
      helpForShortage({ reviews: ['R1', 'R2'], most: 1, people, unassured: [] }, names),
    ).toEqual([
      'Ask one of the schools or Ada Lark for another week.',
      'Ask one of the schools for a week further apart, or Ben to agree to less rest.',
      'Ask Cy to take more this term.',
      'Find somebody else who could lead one of them.',
    ]);
  });

  it('is an assurer where new leads lack only that', () => {
    const short = { reviews: ['R1'], most: 0, people: [], unassured: ['Ada', 'Ben'] };
    expect(helpForShortage(short, names)).toEqual([
      'Find somebody who could assure the quality of Ada Lark or Ben.',
      'Find somebody else who could lead it.',
    ]);
  });

  it('counts the people where they are too many to name', () => {
    const people = Array.from({ length: 9 }, (_, i) => room(`P${i}`, 'TERM_LIMIT'));
    expect(helpForShortage({ reviews: ['R1'], most: 0, people, unassured: [] }, names)).toEqual([
      'Ask one of 9 people to take more this term.',
      'Find somebody else who could lead it.',
    ]);
  });
});

it('says what is wrong with a group of reviews, and nothing where nothing is', () => {
  const row = { name: 'London', reviews: 12, possible: 11, people: 9, seats: 30, most: 11 };
  expect(groupInWords({ ...row, inShortages: 1, standing: 'SHORT' })).toEqual([
    'At most 11 of 12 reviews can have a lead.',
  ]);
  expect(groupInWords({ ...row, inShortages: 1, standing: 'PINCH' })).toEqual([
    '1 of 12 reviews shares too few people with others.',
  ]);
  expect(groupInWords({ ...row, inShortages: 0, standing: 'ENOUGH' })).toEqual([]);
});
