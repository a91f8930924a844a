import { describe, expect, it } from '@jest/globals';
import {
  type RecruitingFacts,
  type RecruitingResult,
  type StoredRecruiting,
} from '../../allocations/recruiting/recruiting-study.js';
import { type Added, type Balance } from '../../allocations/recruiting/recruiting-types.js';
import { typicalLead } from '../../solver/recruiting/typical-lead.js';
import { problem } from '../../../test/solver/builders.js';
import { balanceBehind } from './balance-behind.js';
import { balanceFile } from './balance-file.js';
import { balanceView } from './balance-view.js';
import { headline } from './balance-words.js';

const needs = new Map([['SEMH', 'Social, Emotional and Mental Health']]);
const semh = { kind: 'NEED' as const, code: 'SEMH' };
const nursery = { kind: 'PHASE' as const, code: 'NURSERY' };
const scope = { kind: 'TERM' as const, id: 'spring-2027', name: 'Spring 2027' };

function added(gained: string[], changes: Partial<Added> = {}): Added {
  const reached = { coverage: 10 + gained.length, short: 3 };
  return {
    people: 1,
    reached,
    wanted: 1,
    led: 2,
    leads: ['R1', 'R3'],
    gained,
    lost: [],
    ...changes,
  };
}

function balance(changes: Partial<Balance>): Balance {
  return {
    region: 'North East',
    specialism: semh,
    demand: ['R1', 'R2', 'R3'],
    canBeLed: 2,
    without: ['R3'],
    more: [added(['R3'])],
    ...changes,
  };
}

const everything = { region: null, specialism: null, more: [] };

function stored(balances: Balance[], facts: Partial<RecruitingFacts> = {}): StoredRecruiting {
  const typical = typicalLead(problem(), {
    id: 'x',
    home: { lat: 0, lon: 0 },
    region: '',
    phases: [],
    needs: [],
  });
  const result: RecruitingResult = {
    reached: { coverage: 10, short: 2 },
    balances,
    typical,
    seats: [{ review: 'R1', lead: 'L1', week: '2027-01-11', window: 'MON_WED' }],
  };
  const review = (code: string): RecruitingFacts['reviews'][string] => ({
    urn: code,
    school: `School ${code}`,
    town: 'Leeds',
    region: 'North East',
    phase: 'SPECIAL',
    needs: ['SEMH'],
    isHeld: code === 'R1',
  });
  return {
    id: 'id',
    subject: scope.id,
    asAt: '2026-12-21',
    state: 'DONE',
    done: 3,
    total: 3,
    result,
    facts: {
      asAt: '2026-12-21',
      scope,
      reviews: { R1: review('R1'), R2: review('R2'), R3: review('R3') },
      people: { L1: 'Ada Example' },
      priorityRegions: ['North East'],
      windowsAssumed: 0,
      leftOut: [],
      openWindows: 20,
      hasInventedPeople: false,
      hasInventedNeeds: false,
      ...facts,
    },
    failure: null,
    requestedBy: 'Test',
    requestedAt: new Date('2026-12-21T10:00:00Z'),
    computedAt: new Date('2026-12-21T10:42:00Z'),
    isStale: false,
  };
}

const known = (done: StoredRecruiting | null): Parameters<typeof balanceView>[0] => ({
  scope,
  scopes: [scope],
  isNow: true,
  done,
  underWay: null,
  failed: null,
});

describe('the sentence on top', () => {
  const all = balance({ ...everything });

  it('names who would do the most good, how many of them, and where else', () => {
    const more = [added(['R2', 'R3']), added(['R1', 'R2', 'R3'], { people: 2 })];
    const london = balance({ region: 'London', specialism: nursery, more: [added(['R9'])] });
    const same = balance({ specialism: nursery, more });
    expect(headline(stored([london, balance({ more }), same, all]), needs)).toBe(
      'Two more Lead Reviewers with Social, Emotional and Mental Health (SEMH) in the North East would let 3 more reviews go ahead. ' +
        'Elsewhere, one for nursery reviews in London would let 1 more go ahead.',
    );
  });

  it('says where one would do as much', () => {
    const london = balance({ region: 'London', specialism: nursery, more: [added(['R9'])] });
    expect(headline(stored([balance({}), london, all]), needs)).toMatch(
      /would let 1 more review go ahead[.] So would one for nursery reviews in London[.]$/,
    );
  });

  it('puts a region that comes first before another with as much to gain', () => {
    const london = balance({ region: 'London', more: [added(['R9'])] });
    expect(headline(stored([london, balance({}), all]), needs)).toMatch(
      /^One more Lead Reviewer with .* in the North East would let 1 more review go ahead/,
    );
  });

  it.each([
    ['nobody would help', [], ['R3'], '1 review of Spring 2027 has no lead, and one more typical'],
    ['all have one', [], [], 'Every review of Spring 2027 can have a lead'],
  ])('says so where %s', (_, gained, without, words) => {
    const none = balance({ more: [added(gained)], without });
    expect(headline(stored([none, balance({ ...everything, without })]), needs)).toContain(words);
  });

  it('says so where nothing is to be led', () => {
    expect(headline(stored([balance({ ...everything, demand: [] })]), needs)).toBe(
      'No review of Spring 2027 is to be led.',
    );
  });

  it('tells of weightier reviews that would go ahead instead', () => {
    const swapped = balance({ more: [added(['R3'], { lost: ['R2'] })] });
    expect(headline(stored([swapped, balance({ ...everything })]), needs)).toContain(
      'let a review of a higher priority go ahead',
    );
  });
});

describe('the table', () => {
  const rows = [
    balance({ region: 'London', without: [], canBeLed: 3, more: [added([])] }),
    balance({}),
    balance({ specialism: nursery, more: [added(['R3'])] }),
    balance({ specialism: null, more: [] }),
    balance({ region: null, more: [] }),
    balance({ ...everything }),
  ];
  const shown = (query: Parameters<typeof balanceView>[1]): string[] =>
    (balanceView(known(stored(rows)), query, needs).balance?.rows ?? []).map(
      ({ region, specialism: { code } }) => `${region} ${code}`,
    );

  it('begins with the regions that come first, phases before needs, and is filtered', () => {
    expect(shown({})).toEqual(['North East NURSERY', 'North East SEMH', 'London SEMH']);
    expect(shown({ region: 'London' })).toEqual(['London SEMH']);
    expect(shown({ specialism: 'NURSERY' })).toEqual(['North East NURSERY']);
    expect(shown({ only: 'WITHOUT' })).toEqual(['North East NURSERY', 'North East SEMH']);
  });

  it('says what is short, and what one more would add or take from commitments', () => {
    const { balance: told } = balanceView(known(stored(rows)), { only: 'WITHOUT' }, needs);
    expect(told).toMatchObject({ demand: 3, canBeLed: 2, short: 1, without: 1, total: 3 });
    expect(told?.rows[1]).toMatchObject({
      short: 1,
      without: 1,
      added: { reviews: 1, led: 2, shortOfCommitments: 1 },
    });
    expect(told?.regions).toMatchObject([{ region: 'North East', isPriority: true, short: 1 }]);
    expect(told?.regions[0]?.words).toBe(
      '1 of 3 reviews has no lead in the best plan, nor in any other.',
    );
    const made = { author: 'Ruth', madeAt: new Date('2026-12-21T10:45:00Z') };
    const file = told && balanceFile({ scope, balance: told }, { only: 'WITHOUT' }, made);
    expect(file).toMatchObject({ total: 3, chosenBy: ['Only where some reviews have no lead'] });
    expect(file?.notes[1]).toBe('As at 21 December 2026; computed 21 December 2026, 10:42');
  });
});

describe('the reviews behind a figure', () => {
  const one = stored([
    balance({}),
    balance({ specialism: nursery, more: [added(['R3'], { lost: ['R2'] })] }),
  ]);
  const behind = (figure: Parameters<typeof balanceBehind>[1]['figure'], specialism = 'SEMH') =>
    balanceBehind(one, { region: 'North East', specialism, figure }, needs);

  it('are those of the figure, those without a lead first, as they stand in the best plan', () => {
    expect(behind('demand').items.map(({ review, words }) => [review, words])).toEqual([
      ['R3', 'No lead in the best plan.'],
      ['R1', 'Monday 11 to Wednesday 13 January 2027, Ada Example. Settled already.'],
      ['R2', 'No lead in the best plan.'],
    ]);
    expect(behind('without').items.map(({ school }) => school)).toEqual(['School R3, Leeds']);
    expect(behind('led').items.map(({ review }) => review)).toEqual(['R3', 'R1']);
    expect(behind('added', 'NURSERY').items.map(({ words }) => words)).toEqual([
      'No lead in the best plan.',
      'No lead in the best plan. With one more lead it would give way to one of a higher priority.',
    ]);
  });

  it.each([
    ['demand', 'and how each stands in the best plan'],
    ['canBeLed', 'at most 2 can have a lead; in the best plan 2 have'],
    ['short', '1 can have no lead in any plan'],
    ['without', '1 of 3 reviews with Social'],
    ['added', 'would let 1 more review go ahead'],
    ['led', 'would lead 2 reviews of the 1 wanted; everybody together would be 1 review further'],
  ] as const)('have a title that says the number of %s', (figure, words) => {
    expect(behind(figure).title).toContain(words);
  });

  it('are none where nothing asks for it', () => {
    expect(behind('demand', 'PMLD')).toEqual({
      title: 'No review asks for that there.',
      items: [],
    });
  });
});
