import { describe, expect, it } from '@jest/globals';
import { namePlaces } from './name-places';

const room = { left: 0, right: 400 };
const london = { name: 'London', x: 100, y: 100, width: 60 };

describe('the names of regions', () => {
  it('stand in the middle where nothing is there', () => {
    expect(namePlaces([london], [{ x: 300, y: 300 }], room).get('London')).toMatchObject({
      x: 100,
      y: 100,
    });
  });

  it('make way for marks and for each other, no farther than they must', () => {
    const places = namePlaces([london, { ...london, name: 'Kent' }], [{ x: 110, y: 100 }], room);
    const [first, second] = [places.get('London'), places.get('Kent')];
    const isClear = (x = 0, y = 0): boolean => Math.abs(x - 110) >= 45 || Math.abs(y - 100) >= 30;
    expect(isClear(first?.x, first?.y)).toBe(true);
    expect(Math.hypot((first?.x ?? 0) - 100, (first?.y ?? 0) - 100)).toBeLessThan(50);
    expect(
      Math.abs((first?.y ?? 0) - (second?.y ?? 0)) >= 30 ||
        Math.abs((first?.x ?? 0) - (second?.x ?? 0)) >= 60,
    ).toBe(true);
  });

  it('are never cut off by the edge', () => {
    const places = namePlaces([{ ...london, x: 395 }], [], room);
    expect(places.get('London')).toMatchObject({ x: 370, y: 100 });
  });
});
