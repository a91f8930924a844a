import { describe, expect, it } from '@jest/globals';
import { list, oneOf, said, text } from './search-params';

describe('what an address says', () => {
  it('is read where it is understood', () => {
    expect(text('Leeds')).toBe('Leeds');
    expect(text(7)).toBe('7');
    expect(oneOf('list', ['board', 'list'])).toBe('list');
    expect(list('ASD,SEMH')).toEqual(['ASD', 'SEMH']);
  });

  it('counts as not there where it is not', () => {
    expect(text('')).toBeUndefined();
    expect(text({ deep: 1 })).toBeUndefined();
    expect(oneOf('grid', ['board', 'list'])).toBeUndefined();
    expect(list(',')).toBeUndefined();
  });

  it('leaves out what says nothing', () => {
    expect(said({ region: 'London', need: undefined })).toEqual({ region: 'London' });
  });
});
