import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markAfter } from './map-keys';

/** Durham lies north of Leeds and York; Hull east of Leeds. */
const marks = [
  { x: 50, y: 0 },
  { x: 50, y: 100 },
  { x: 60, y: 80 },
  { x: 120, y: 105 },
];

describe('the keys of a map', () => {
  it('lead to the nearest mark on the side of the arrow', () => {
    expect(markAfter('ArrowUp', marks, 1)).toBe(2);
    expect(markAfter('ArrowRight', marks, 1)).toBe(2);
    expect(markAfter('ArrowRight', marks, 2)).toBe(3);
    expect(markAfter('ArrowLeft', marks, 3)).toBe(1);
    expect(markAfter('ArrowDown', marks, 0)).toBe(1);
  });

  it('stay where nothing lies on that side, and leave other keys alone', () => {
    expect(markAfter('ArrowUp', marks, 0)).toBe(0);
    expect(markAfter('ArrowRight', marks, 3)).toBe(3);
    expect(markAfter('Enter', marks, 0)).toBeUndefined();
    expect(markAfter('ArrowUp', [], 0)).toBeUndefined();
  });

  it('lead to the northernmost and the southernmost', () => {
    expect(markAfter('Home', marks, 3)).toBe(0);
    expect(markAfter('End', marks, 0)).toBe(3);
  });

  it('never lead the wrong way', () => {
    const mark = fc.record({ x: fc.integer(), y: fc.integer() });
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1 }), fc.nat(), (many, place) => {
        const at = place % many.length;
        const next = markAfter('ArrowRight', many, at) ?? -1;
        expect(next === at || (many[next]?.x ?? 0) > (many[at]?.x ?? 0)).toBe(true);
      }),
    );
  });
});
