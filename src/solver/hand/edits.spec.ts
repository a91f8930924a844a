import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { planToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { applyEdits, editsTo, isSameRow, startingRows, unknownNames, type Edit } from './edits.js';

const of = problem({
  leads: [person('Ada'), person('Nia', { isNew: true }), person('Ben'), person('Cy')],
  reviews: [review('R1'), review('R2')],
});
const put = (lead: string, more: object = {}): Edit => ({
  kind: 'PUT',
  review: 'R1',
  lead,
  week: WEEK_2,
  window: 'WED_FRI',
  ...more,
});
const after = (before: Parameters<typeof row>[1], edit: Edit): object =>
  applyEdits(of, [row('R1', before), row('R2')], [edit])[0] as object;

describe('an edit', () => {
  it('puts a lead on a review in a slot', () => {
    expect(after({}, put('Ada'))).toEqual(
      row('R1', { lead: 'Ada', week: WEEK_2, window: 'WED_FRI' }),
    );
  });

  it('leaves a second seat with whoever has it, as far as there can be such a seat', () => {
    const assured = led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Ben' });
    expect(after(assured, put('Nia'))).toMatchObject({ qualityAssurer: 'Ben', week: WEEK_2 });
    expect(after(assured, put('Ada'))).toMatchObject({ qualityAssurer: null });
    expect(after(assured, put('Ben'))).toMatchObject({ lead: 'Ben', qualityAssurer: null });
    const shadowed = led('R1', 'Ada', WEEK_1, { shadow: 'Cy' });
    expect(after(shadowed, put('Ben'))).toMatchObject({ shadow: 'Cy' });
    expect(after(shadowed, put('Nia'))).toMatchObject({ shadow: null });
    expect(after(shadowed, put('Cy'))).toMatchObject({ lead: 'Cy', shadow: null });
  });

  it('seats whom it names, and nobody where it says so', () => {
    const shadowed = led('R1', 'Ada', WEEK_1, { shadow: 'Cy' });
    expect(after(shadowed, put('Ada', { shadow: null }))).toMatchObject({ shadow: null });
    expect(after(shadowed, put('Nia', { qualityAssurer: 'Ben', shadow: 'Cy' }))).toMatchObject({
      qualityAssurer: 'Ben',
      shadow: 'Cy',
    });
  });

  it('changes a second seat alone, or takes everybody away', () => {
    const nia = led('R1', 'Nia', WEEK_1);
    const seat = { kind: 'SEAT', review: 'R1' } as const;
    expect(after(nia, { ...seat, seat: 'QUALITY_ASSURER', person: 'Ben' })).toEqual({
      ...nia,
      qualityAssurer: 'Ben',
    });
    expect(after(nia, { ...seat, seat: 'SHADOW', person: 'Cy' })).toEqual({ ...nia, shadow: 'Cy' });
    expect(after(nia, { kind: 'CLEAR', review: 'R1' })).toEqual(row('R1'));
  });

  it('of pins moves nobody', () => {
    const ada = led('R1', 'Ada', WEEK_1);
    expect(after(ada, { kind: 'PIN', review: 'R1' })).toEqual(ada);
    expect(after(ada, { kind: 'UNPIN', review: 'R1' })).toEqual(ada);
  });

  it('comes after the one before it', () => {
    const twice = applyEdits(of, [row('R1'), row('R2')], [put('Ada'), put('Ben')]);
    expect(twice[0]).toMatchObject({ lead: 'Ben' });
  });

  it('names what the problem does not know', () => {
    const edits: Edit[] = [
      put('Zed', { shadow: 'Yan' }),
      { kind: 'SEAT', review: 'R9', seat: 'SHADOW', person: 'Xi' },
      { kind: 'CLEAR', review: 'R1' },
    ];
    expect(unknownNames(of, edits)).toEqual([
      { edit: 0, field: 'lead', name: 'Zed' },
      { edit: 0, field: 'shadow', name: 'Yan' },
      { edit: 1, field: 'review', name: 'R9' },
      { edit: 1, field: 'person', name: 'Xi' },
    ]);
    expect(unknownNames(of, [put('Ada', { qualityAssurer: 'Wim', shadow: 'Cy' })])).toEqual([
      { edit: 0, field: 'qualityAssurer', name: 'Wim' },
    ]);
    expect(() => applyEdits(of, [row('R1')], edits.slice(1, 2))).toThrow('There is no row of R9.');
  });

  it('touches only the rows that it names', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: any, rows, edits }) => {
        const named = new Set(edits.map((edit) => edit.review));
        const changed = applyEdits(any, rows, edits);
        expect(changed.map(({ review: id }) => id)).toEqual(rows.map(({ review: id }) => id));
        expect(changed.every((each, i) => each === rows[i] || named.has(each.review))).toBe(true);
      }),
      { numRuns: propertyCases(50), seed: 20270111 },
    );
  });
});

describe('edits to rows', () => {
  it('make the rows so, whatever there was, and empty those in which no slot is led', () => {
    fc.assert(
      fc.property(planToEdit(), planToEdit(), ({ problem: any, rows }, { rows: others }) => {
        const before = rows.map(({ review: id }, i) => ({ ...(others[i] ?? row(id)), review: id }));
        const isLed = ({ lead, week, window }: (typeof rows)[number]): boolean =>
          lead !== null && week !== null && window !== null;
        expect(applyEdits(any, before, editsTo(rows))).toEqual(
          rows.map((each) => (isLed(each) ? each : row(each.review))),
        );
      }),
      { numRuns: propertyCases(50), seed: 20270112 },
    );
    const half = [
      led('R1', 'Ada', WEEK_1, { lead: null }),
      led('R1', 'Ada', WEEK_1, { week: null }),
      led('R1', 'Ada', WEEK_1, { window: null }),
    ];
    expect(editsTo(half)).toEqual(half.map(() => ({ kind: 'CLEAR', review: 'R1' })));
  });
});

describe('rows of one review', () => {
  const ada = led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben', shadow: 'Cy' });

  it.each([
    { week: WEEK_2 },
    { window: 'WED_FRI' as const },
    { lead: 'Ben' },
    { qualityAssurer: null },
    { shadow: null },
  ])('are not the same where they differ in %j', (change) => {
    expect(isSameRow(ada, { ...ada })).toBe(true);
    expect(isSameRow(ada, { ...ada, ...change })).toBe(false);
  });
});

describe('a plan by hand begins', () => {
  it('with nobody anywhere', () => {
    expect(startingRows(of)).toEqual([row('R1'), row('R2')]);
  });

  it('with those whom pins name together with a slot', () => {
    const pins = [
      { review: 'R1', lead: 'Nia', week: WEEK_1, window: 'MON_WED' as const },
      { review: 'R1', qualityAssurer: 'Ben' },
      { review: 'R2', lead: 'Ada' },
    ];
    expect(startingRows({ ...of, pins })).toEqual([
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Ben' }),
      row('R2'),
    ]);
    const slotAlone = [{ review: 'R2', week: WEEK_1, window: 'MON_WED' as const }];
    expect(startingRows({ ...of, pins: slotAlone })).toEqual([row('R1'), row('R2')]);
  });
});
