import { describe, expect, it } from '@jest/globals';
import { type Box, namePlaces } from './name-places';

const room = { left: 0, right: 400, bottom: 400 };
const london = { name: 'London', x: 100, y: 100, width: 60, height: 30 };
const mark = (x: number, y: number): Box => ({ x, y, width: 30, height: 30 });
/** Marks without a gap to that side of London. */
const crowd = Array.from({ length: 9 }, (_, row) =>
  Array.from({ length: 9 }, (__, column) => mark(40 + column * 15, 40 + row * 15)),
).flat();
const nowhere = (): undefined => undefined;

describe('the names of regions', () => {
  it('stand in the middle where nothing is there', () => {
    const places = namePlaces([london], [mark(300, 300)], room, nowhere);
    expect(places.get('London')).toEqual({ x: 100, y: 100, isAstray: false });
  });

  it('make way for marks and for each other, no farther than they must', () => {
    const areas = [london, { ...london, name: 'Kent' }];
    const places = namePlaces(areas, [mark(110, 100)], room, nowhere);
    const [first, second] = [places.get('London'), places.get('Kent')];
    const isClear = (x = 0, y = 0): boolean => Math.abs(x - 110) >= 45 || Math.abs(y - 100) >= 30;
    expect(isClear(first?.x, first?.y)).toBe(true);
    expect(Math.hypot((first?.x ?? 0) - 100, (first?.y ?? 0) - 100)).toBeLessThan(50);
    expect(
      Math.abs((first?.y ?? 0) - (second?.y ?? 0)) >= 30 ||
        Math.abs((first?.x ?? 0) - (second?.x ?? 0)) >= 60,
    ).toBe(true);
  });

  it('go as far as they must to be read whole, and then say that they are astray', () => {
    const place = namePlaces([london], crowd, room, nowhere).get('London');
    const { x = 0, y = 0, isAstray } = place ?? {};
    expect(crowd.filter((at) => Math.abs(at.x - x) < 45 && Math.abs(at.y - y) < 30)).toEqual([]);
    expect(isAstray).toBe(true);
  });

  it('stand in their own area or outside all of them before they stand in another', () => {
    const below = mark(100, 100);
    const place = namePlaces([london], [below], room, (_, y) => (y < 100 ? 'Kent' : 'London'));
    expect(place.get('London')?.y).toBeGreaterThan(100);
  });

  it('are never cut off by the edge', () => {
    const places = namePlaces([{ ...london, x: 395, y: 395 }], [], room, nowhere);
    expect(places.get('London')).toMatchObject({ x: 370, y: 385 });
  });
});
