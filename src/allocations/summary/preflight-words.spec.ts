import { describe, expect, it } from '@jest/globals';
import { person, problem, review } from '../../../test/solver/builders.js';
import { type AssurersFound, preflight } from '../../solver/preflight/preflight.js';
import { type PersonRoom, type ReviewShortage } from '../../solver/preflight/review-findings.js';
import { planNames } from './plan-names.js';
import {
  assurerCostInWords,
  assurersInWords,
  coverageInWords,
  nobodyInWords,
  shadowsInWords,
  shortageInWords,
  shortagesBesidePins,
  timeInWords,
} from './preflight-words.js';

const names = planNames({
  people: Object.fromEntries(
    ['Ada', 'Ben', 'Cy'].map((id) => [
      id,
      { name: `${id} Lark`, synthetic: true, availability: [] },
    ]),
  ),
  schools: {
    '1': { name: 'Vale School', town: 'Leeds', needsInvented: false },
    '2': { name: 'Hill School', town: null, needsInvented: false },
  },
  reviews: { R1: '1', R2: '2' },
});
const room = (lead: string, changes: Partial<PersonRoom> = {}): PersonRoom => ({
  lead,
  weeks: ['2027-01-11', '2027-01-18'],
  most: 1,
  limit: 'TERM_LIMIT',
  pinnedSeats: 0,
  ...changes,
});
const roomWords = (changes: Partial<PersonRoom>): string | undefined =>
  shortageInWords(
    { reviews: ['R1'], most: 0, people: [room('Ada', changes)], unassured: [] },
    names,
  ).people[0];

describe('a shortage in words', () => {
  it('names the schools, who could lead them, and what each can take', () => {
    expect(
      shortageInWords(
        { reviews: ['R1', 'R2'], most: 1, people: [room('Ada')], unassured: [] },
        names,
      ),
    ).toEqual({
      what: 'At least 1 of 2 reviews goes without a lead: Vale School, Leeds or Hill School.',
      why: 'Only Ada Lark could lead any of them, and at most 1.',
      people: ['Ada Lark: 1, the most they may take this term.'],
      parts: [],
    });
  });

  it('names new leads who could lead them too, if anybody could assure them', () => {
    const short = { reviews: ['R1', 'R2'], most: 1, people: [room('Ada')], unassured: ['Ben'] };
    expect(shortageInWords(short, names).why).toBe(
      'Only Ada Lark could lead any of them, and at most 1. Ben Lark could too, as a new lead, but nobody could assure their quality anywhere.',
    );
  });

  it('says of one review that it goes without', () => {
    const said = shortageInWords(
      { reviews: ['R9'], most: 0, people: [room('Ben')], unassured: [] },
      names,
    );
    expect(said.what).toBe('The school of R9 goes without a lead.');
    expect(said.why).toBe('Only Ben Lark could lead it, and has no room left.');
    const two = { reviews: ['R9'], most: 0, people: [room('Ben'), room('Cy')], unassured: [] };
    expect(shortageInWords(two, names).why).toBe(
      'Only Ben Lark or Cy Lark could lead it, and none of them has room left.',
    );
    expect(shortageInWords({ ...two, people: [] }, names).why).toBe(
      'Nobody could lead it as the pins are.',
    );
  });

  it.each<[Partial<PersonRoom>, string]>([
    [
      { most: 2, limit: 'WEEKS' },
      'Ada Lark: 2, one in each week that suits (week of 11 January 2027 and week of 18 January 2027).',
    ],
    [
      { most: 3, limit: 'REST', weeks: Array<string>(5).fill('2027-01-11'), pinnedSeats: 1 },
      'Ada Lark: 3, with enough rest between them, besides 1 other seat pinned to them (5 weeks suit).',
    ],
    [{ most: 0 }, 'Ada Lark: none, since they may take no more this term.'],
    [
      { most: 0, pinnedSeats: 2 },
      'Ada Lark: none, since they may take no more this term, besides 2 other seats pinned to them.',
    ],
  ])('tells what limits a person: %j', (changes, words) => {
    expect(roomWords(changes)).toBe(words);
  });

  it('counts what is too much to name', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      room(`P${index}`, { limit: index < 6 ? 'WEEKS' : 'REST' }),
    );
    const reviews = Array.from({ length: 1200 }, (_, index) => `R${index}`);
    const said = shortageInWords(
      {
        reviews,
        most: 9,
        people: many,
        unassured: [],
        smallest: [{ reviews: ['R1', 'R2'], most: 1, people: [], unassured: [] }],
      },
      names,
    );
    expect(said.what).toBe('At least 1,191 of 1,200 reviews go without a lead.');
    expect(said.why).toBe(
      'Only 9 people could lead any of them, and together at most 9; they are limited, 6 by the weeks that suit and 3 by the rest they need.',
    );
    expect(said.people).toEqual([]);
    expect(said.parts.map(({ what }) => what)).toHaveLength(1);
  });
});

describe('coverage in words', () => {
  const of = (changes: Parameters<typeof problem>[0]): string[] =>
    coverageInWords(preflight(problem(changes)));

  it('promises nothing where nothing is short', () => {
    expect(of({ leads: [person('Ada')], reviews: [review('R1')] })).toEqual([
      'Nothing found here keeps the review from having a lead.',
      'That is no promise: only a run tells.',
    ]);
    expect(of({})).toEqual(['There is no review to allocate.']);
  });

  it('says that no plan keeps the pins', () => {
    expect(of({ reviews: [review('R1')], pins: [{ review: 'R1' }] })[0]).toMatch(
      /^No plan keeps all pins/,
    );
  });
});

describe('the rest in words', () => {
  const found = preflight(
    problem({
      leads: [
        person('Ada', { isNew: true, regions: { London: 'WILLING' } }),
        person('Ben', { roles: ['SHADOW'] }),
        person('Cy', { phases: [] }),
      ],
      reviews: [review('R1'), review('R2')],
    }),
  );

  it('tells of new leads whom nobody can assure, also where they alone could lead', () => {
    expect(assurersInWords(found, names)).toEqual([
      'Ada Lark is a new lead and can lead nothing: nobody could assure the quality of any review that they could lead.',
    ]);
    const [first] = found.nobody;
    expect(first && nobodyInWords(first, found, names).keptAway).toEqual([
      { people: 1, words: 'does not review schools of its phase (1 by this alone)' },
      {
        people: 1,
        words: 'could lead it as a new lead, but nobody could assure their quality anywhere',
      },
    ]);
  });

  it('tells of people who can shadow nowhere, and of those who share too few reviews', () => {
    expect(shadowsInWords(found, names)).toEqual([
      'Ben Lark is in induction and can shadow no review: nowhere are they free beside somebody who could lead and is not new.',
    ]);
    const shadows = {
      ...found.shadows,
      nowhere: [],
      shortages: [{ people: ['Ada', 'Ben'], most: 1, reviews: ['R1'] }],
    };
    expect(shadowsInWords({ ...found, shadows }, names)).toEqual([
      'Of 2 people in induction (Ada Lark and Ben Lark) at most 1 can shadow a review: for them there is only Vale School, Leeds.',
    ]);
  });

  it('tells how many new leads share an assurer', () => {
    const assured = (cost: AssurersFound['shortages'][number]['cost']): AssurersFound => ({
      ...found.assurers,
      nobody: [],
      shortages: [{ newLeads: ['Ada', 'Ben'], most: 1, assurers: [room('Cy')], cost }],
    });
    const few =
      'Of 2 new leads (Ada Lark and Ben Lark) at most 1 can lead anything: only Cy Lark could assure their quality.';
    const cy = 'Cy Lark: 1, the most they may take this term.';
    expect(assurersInWords({ ...found, assurers: assured(null) }, names)).toEqual([
      few,
      'Whether that leaves a review without a lead only a run tells.',
      cy,
    ]);
    const assurers = assured({ reviews: ['R1', 'R2'], most: 1 });
    expect(assurersInWords({ ...found, assurers }, names)).toEqual([
      few,
      'So at least 1 of 2 reviews goes without a lead: Vale School, Leeds or Hill School.',
      cy,
    ]);
    const [short] = assurers.shortages;
    expect(short && assurerCostInWords(short, names)).toEqual({
      what: 'At least 1 of 2 reviews goes without a lead: Vale School, Leeds or Hill School.',
      why: few,
      people: [cy],
      parts: [],
    });
  });

  it('tells a shortage through pins once', () => {
    const of = (...ids: string[]): ReviewShortage => ({
      reviews: ids,
      most: ids.length - 1,
      people: [],
      unassured: [],
      priorityLost: 1,
      smallest: [],
    });
    const pinsShort = of('R1', 'R2');
    const whole = { ...of('R1', 'R2', 'R3'), smallest: [pinsShort, of('R3')] };
    expect(shortagesBesidePins({ pinsShort, shortages: [of('R1', 'R2'), whole] })).toEqual([
      { ...whole, smallest: [of('R3')] },
    ]);
    expect(shortagesBesidePins({ pinsShort: null, shortages: [pinsShort] })).toHaveLength(1);
  });

  it('says nothing of a week in which there are enough, and of a pinch whom to ask', () => {
    const row = {
      week: '2027-01-11',
      accepted: 5,
      possible: 5,
      onlyHere: [],
      evenShare: 2.5,
      people: 2,
      most: 2,
      mostOnlyHere: 0,
    };
    expect(timeInWords({ ...row, standing: 'ENOUGH' })).toEqual([]);
    expect(timeInWords({ ...row, standing: 'PINCH' })).toEqual([
      'Week of 11 January 2027: if schools spread evenly, 2.5 reviews would fall on it, and at most 2 can be led then. Schools that can move should be asked before a run.',
    ]);
  });
});
