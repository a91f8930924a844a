import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { conflictsOf, type ConflictFacts, type ConflictSchools } from './conflicts.js';

/** 100002 follows 100001; 200001 and 200002 belong to trust T2; 300001 stands alone. */
const families = [['100001', '100002'], ['200001'], ['200002'], ['300001']];
const trusts: Record<string, string> = { '100002': 'T1', '200001': 'T2', '200002': 'T2' };
const schools: ConflictSchools = {
  family: (urn) => families.find((family) => family.includes(urn)) ?? [urn],
  trustOf: (urn) => trusts[urn] ?? null,
  schoolsOf: (trust) => Object.keys(trusts).filter((urn) => trusts[urn] === trust),
};
const spring = { startsOn: '2027-01-04', endsOn: '2027-03-26', academicYear: '2026/27' };
const none: ConflictFacts = { employments: [], declared: [], overrides: [], led: [] };
const of = (facts: Partial<ConflictFacts>, today = '2026-12-21') =>
  conflictsOf({ ...none, ...facts }, spring, schools, DEFAULT_SETTINGS, today);
const where = (facts: Partial<ConflictFacts>): (string | undefined)[] =>
  of(facts).conflicts.map(({ urn, trust }) => urn ?? trust);

const job = (schoolUrn: string | null, over: object = {}) => ({
  from: '2020-09-01',
  to: null,
  servingLeader: true,
  schoolUrn,
  trustUid: null,
  employer: 'A school',
  ...over,
});
const tie = (over: object) => ({
  kind: 'DECLARED_TIE' as const,
  urn: null,
  trustUid: null,
  reason: 'A relative teaches there',
  from: '2020-09-01',
  to: null,
  ...over,
});
const override = (urn: string, over: object = {}) => ({
  urn,
  reason: 'Agreed with both',
  from: '2020-09-01',
  to: null,
  ...over,
});

describe('own school and own trust', () => {
  it('are conflicts, and follow the school through its new URN into its trust', () => {
    expect(of({ employments: [job('100001')] }).conflicts).toEqual([
      { urn: '100001', reason: 'Own school' },
      { urn: '100002', reason: 'Own school (as 100001)' },
      { trust: 'T1', reason: 'Own trust' },
    ]);
  });
  it('a trust alone is one too', () => {
    expect(of({ employments: [job(null, { trustUid: 'T2' })] }).conflicts).toEqual([
      { trust: 'T2', reason: 'Own trust' },
    ]);
  });
  it('count from the term’s last day on which they begin, and to its first', () => {
    const dated = (from: string, to: string | null) =>
      of({ employments: [job('300001', { from, to })] }).conflicts[0]?.reason;
    expect(dated('2027-03-26', null)).toBe('Own school');
    expect(dated('2027-03-27', null)).toBeUndefined();
    expect(dated('2020-09-01', '2027-01-04')).toBe('Own school');
    expect(dated('2020-09-01', '2027-01-03')).toMatch(/^Worked there until 3 January 2027/);
  });
  it('are never overridden, and an override that tries is named', () => {
    const found = of({
      employments: [job('200001')],
      overrides: [override('200001'), override('200002')],
    });
    expect(found.conflicts).toHaveLength(2);
    expect(found.overridden).toEqual([]);
    expect(found.refusedOverrides).toEqual([
      { urn: '200001', reason: 'Own school: never overridden' },
      { urn: '200002', reason: 'Own trust: never overridden' },
    ]);
  });
});

describe('a school worked at', () => {
  it('is a conflict for five years after the last day there', () => {
    const until = (to: string) => where({ employments: [job('300001', { to })] });
    expect(until('2022-01-04')).toEqual(['300001']);
    expect(until('2022-01-03')).toEqual([]);
  });
  it('is one as well when it was declared rather than employed', () => {
    const until = (to: string) =>
      where({ declared: [tie({ kind: 'WORKED_AT', urn: '100001', to })] });
    expect(until('2022-01-04')).toEqual(['100001', '100002']);
    expect(until('2022-01-03')).toEqual([]);
  });
});

describe('a declared tie', () => {
  it('holds while it lasts in the term', () => {
    const lasting = (from: string, to: string) =>
      where({ declared: [tie({ urn: '300001', from, to })] });
    expect(lasting('2020-01-01', '2027-01-04')).toEqual(['300001']);
    expect(lasting('2020-01-01', '2027-01-03')).toEqual([]);
    expect(lasting('2027-03-26', '2027-12-31')).toEqual(['300001']);
    expect(lasting('2027-03-27', '2027-12-31')).toEqual([]);
  });
  it('may name a school and a trust: either is forbidden', () => {
    expect(where({ declared: [tie({ urn: '300001', trustUid: 'T2' })] })).toEqual(['300001', 'T2']);
  });
  it('to a URN that is not on the register still counts', () => {
    expect(where({ declared: [tie({ urn: '999999' })] })).toEqual(['999999']);
  });
});

describe('a review led', () => {
  it.each([
    ['2023/24', false],
    ['2024/25', true],
    ['2025/26', true],
    ['2026/27', false],
  ])('in %s is a conflict in 2026/27: %s', (academicYear, conflict) => {
    expect(where({ led: [{ urn: '300001', academicYear }] })).toEqual(conflict ? ['300001'] : []);
  });
});

describe('an override', () => {
  const led = [{ urn: '100001', academicYear: '2025/26' }];
  it('lifts the conflict for every URN of the school, and says why', () => {
    expect(of({ led, overrides: [override('100002')] })).toEqual({
      conflicts: [],
      overridden: [
        {
          urn: '100001',
          reason: 'Led the school’s review in 2025/26',
          overrideReason: 'Agreed with both',
        },
        {
          urn: '100002',
          reason: 'Led the school’s review in 2025/26 (as 100001)',
          overrideReason: 'Agreed with both',
        },
      ],
      refusedOverrides: [],
    });
  });
  it('has to hold for the whole term, or for what is left of it', () => {
    const lifted = (over: object, today?: string) =>
      of({ led, overrides: [override('100001', over)] }, today).conflicts.length === 0;
    expect(lifted({ to: '2027-03-26' })).toBe(true);
    expect(lifted({ to: '2027-03-25' })).toBe(false);
    expect(lifted({ from: '2027-01-05' })).toBe(false);
    expect(lifted({ from: '2027-02-01' }, '2027-02-01')).toBe(true);
  });
  it('of one school leaves the rest of a tied trust forbidden', () => {
    const found = of({ declared: [tie({ trustUid: 'T2' })], overrides: [override('200001')] });
    expect(found.conflicts).toEqual([
      { urn: '200002', reason: 'Declared tie: A relative teaches there' },
    ]);
    expect(found.overridden.map(({ urn }) => urn)).toEqual(['200001']);
  });
});

it('the order of the facts does not matter, and nothing is said twice', () => {
  const declared = [tie({ urn: '300001' }), tie({ urn: '200001' }), tie({ urn: '300001' })];
  expect(of({ declared }).conflicts).toHaveLength(2);
  expect(of({ declared })).toMatchObject({
    conflicts: of({ declared: declared.reverse() }).conflicts,
  });
});
