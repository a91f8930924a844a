import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boardOf, chip, person } from './board.example';
import {
  chipsByPerson,
  gridRows,
  HEAD,
  type Key,
  moved,
  noFilter,
  type Place,
  placeOf,
  problems,
  trayLevels,
} from './grid-model';
import { movedLocally } from './local-edits';

const board = boardOf({
  people: [person('Ada', 'North East'), person('Ben', 'North East'), person('Cy', 'London')],
  chips: [
    chip('R1', { lead: 'Ada', week: '2027-01-11', window: 'MON_WED' }),
    chip('R2', { week: '2027-01-11', window: 'WED_FRI' }),
    chip('R3', { week: '2027-01-11', window: 'MON_WED' }),
    chip('R4', {
      lead: 'Cy',
      qualityAssurer: 'Ben',
      week: '2027-01-18',
      window: 'WED_FRI',
      tag: 'SLD',
    }),
  ],
});
const open = gridRows(board, noFilter, new Set(), true);
const keys = (rows: typeof open): string[] => rows.map(({ key }) => key);

describe('the rows of a board', () => {
  it('begin with the tray, which has a row for each review that stands on another', () => {
    expect(keys(open)).toEqual([
      'tray 0',
      'tray 1',
      'region North East',
      'Ada',
      'Ben',
      'region London',
      'Cy',
    ]);
    expect([...trayLevels(board.chips)]).toEqual([
      ['R2', 0],
      ['R3', 1],
    ]);
    expect(keys(gridRows(board, noFilter, new Set(['North East']), false))).toEqual([
      'tray 0',
      'region North East',
      'region London',
      'Cy',
    ]);
  });

  it('are fewer with a filter: by region, by name of person or school, by need', () => {
    const shown = (filter: Partial<typeof noFilter>): string[] =>
      keys(gridRows(board, { ...noFilter, ...filter }, new Set(), false)).slice(1);
    expect(shown({ regions: ['London'] })).toEqual(['region London', 'Cy']);
    expect(shown({ text: 'be' })).toEqual(['region North East', 'Ben']);
    expect(shown({ text: 'school of r1' })).toEqual(['region North East', 'Ada']);
    expect(shown({ needs: ['SLD'] })).toEqual(['region North East', 'Ben', 'region London', 'Cy']);
  });

  it('hold chips for whoever leads, assures or shadows', () => {
    expect([...chipsByPerson(board.chips)].map(([who, chips]) => [who, chips.length])).toEqual([
      ['Ada', 1],
      ['Cy', 1],
      ['Ben', 1],
    ]);
  });
});

describe('a place on a board', () => {
  const from = (place: Place, key: Key): Place => moved(place, key, open, 4);

  it('moves by window and by row, over regions except along the heads', () => {
    expect(from({ row: 'Ada', column: 1 }, 'Right')).toEqual({ row: 'Ada', column: 2 });
    expect(from({ row: 'Ada', column: 0 }, 'Left')).toEqual({ row: 'Ada', column: HEAD });
    expect(from({ row: 'Ben', column: 3 }, 'Down')).toEqual({ row: 'Cy', column: 3 });
    expect(from({ row: 'Ben', column: HEAD }, 'Down').row).toBe('region London');
    expect(from({ row: 'Ada', column: 2 }, 'Up')).toEqual({ row: 'tray 1', column: 2 });
    expect(from({ row: 'Cy', column: 3 }, 'Down')).toEqual({ row: 'Cy', column: 3 });
  });

  it('jumps to the ends, the corners and the regions', () => {
    expect(from({ row: 'Ada', column: 2 }, 'Home').column).toBe(0);
    expect(from({ row: 'Ada', column: 2 }, 'End').column).toBe(3);
    expect(from({ row: 'Ada', column: 2 }, 'Start')).toEqual({ row: 'tray 0', column: 0 });
    expect(from({ row: 'Ada', column: 2 }, 'Last')).toEqual({ row: 'Cy', column: 3 });
    expect(from({ row: 'Ben', column: 2 }, 'PageDown')).toEqual({ row: 'Cy', column: 2 });
    expect(from({ row: 'Ben', column: 2 }, 'PageUp')).toEqual({ row: 'Ada', column: 2 });
    expect(from({ row: 'Ada', column: 2 }, 'PageUp')).toEqual({ row: 'tray 0', column: 2 });
  });

  it('never leaves the board, whatever is pressed', () => {
    const key = fc.constantFrom<Key>(
      ...(['Up', 'Down', 'Left', 'Right', 'Home', 'End', 'Start', 'Last'] as const),
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (pressed) => {
        const end = pressed.reduce(from, { row: 'Ada', column: 0 });
        expect(keys(open)).toContain(end.row);
        expect(end.column).toBeGreaterThanOrEqual(HEAD);
        expect(end.column).toBeLessThan(4);
      }),
    );
  });

  it('is that of a review, in its lead’s row or in the tray', () => {
    expect(placeOf(board, open, 'R4')).toEqual({ row: 'Cy', column: 3 });
    expect(placeOf(board, open, 'R3')).toEqual({ row: 'tray 1', column: 0 });
    expect(placeOf(board, open, 'R9')).toBeUndefined();
    const folded = gridRows(board, noFilter, new Set(['London']), true);
    expect(placeOf(board, folded, 'R4')).toBeUndefined();
  });
});

it('problems are reviews without a lead, in a broken rule or with a warning, in order of time', () => {
  const troubled = boardOf({
    ...board,
    chips: board.chips.map((each) =>
      each.review === 'R4' ? { ...each, warnings: ['DBS check runs out'] } : each,
    ),
  });
  expect(problems(troubled)).toEqual(['R2', 'R3', 'R4']);
});

describe('edits before the server has answered', () => {
  it('put chips where they were dropped, take them off and pin them', () => {
    const after = movedLocally(board, [
      { kind: 'PUT', review: 'R2', lead: 'Ben', week: '2027-01-18', window: 'MON_WED' },
      { kind: 'CLEAR', review: 'R1' },
      { kind: 'PIN', review: 'R4' },
    ]);
    expect(after.chips.map(({ lead, week, state, pin }) => [lead, week, state, pin])).toEqual([
      [null, '2027-01-11', 'NO_LEAD', null],
      ['Ben', '2027-01-18', 'DRAFT', null],
      [null, '2027-01-11', 'NO_LEAD', null],
      ['Cy', '2027-01-18', 'DRAFT', 'HAND'],
    ]);
    expect(movedLocally(board, [])).toBe(board);
  });
});
