import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countsInWords, grouped, groupInWords, type MapPlace, type Placed } from './places';

const school = (name: string): MapPlace => ({
  key: name,
  state: 'DRAFT',
  name,
  words: 'Draft.',
  lat: 0,
  lon: 0,
});
const home = (name: string): MapPlace => ({ ...school(name), state: 'HOME', words: 'Leads 1.' });
const at = (place: MapPlace, x: number, y = 0): Placed => ({ place, x, y });

describe('places on a map', () => {
  it('are one mark where they are nearer than that, the nearest first', () => {
    const groups = grouped([at(school('A'), 0), at(school('B'), 20), at(home('C'), 30)], 24);
    expect(groups.map(({ places }) => places.map(({ key }) => key))).toEqual([['A'], ['B', 'C']]);
    expect(groups[1]).toMatchObject({ x: 25, y: 0 });
  });

  it('are never lost, and no two marks end up nearer than that', () => {
    const places = fc.array(fc.record({ x: fc.nat(200), y: fc.nat(200) }), { maxLength: 40 });
    fc.assert(
      fc.property(places, (points) => {
        const placed = points.map(({ x, y }, index) => at(school(String(index)), x, y));
        const groups = grouped(placed, 24);
        expect(groups.flatMap((group) => group.places)).toHaveLength(points.length);
        groups.forEach((one, index) => {
          for (const other of groups.slice(index + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(24);
          }
        });
      }),
    );
  });

  it('are told by name and state, many by how many and which', () => {
    expect(groupInWords({ x: 0, y: 0, places: [school('Vale School')] })).toBe(
      'Vale School. Draft.',
    );
    expect(groupInWords({ x: 0, y: 0, places: [home('Ada Skylark')] })).toBe(
      'Home of Ada Skylark. Leads 1.',
    );
    const both = [school('Vale School'), home('Ada Skylark')];
    expect(countsInWords(both)).toBe('1 school and 1 home');
    expect(groupInWords({ x: 0, y: 0, places: both })).toBe(
      '1 school and 1 home close together: Vale School; home of Ada Skylark.',
    );
  });
});
