import { expect, it } from '@jest/globals';
import type { RegionTile } from '../../api/term-home';
import { placedTiles } from './region-places';

const tile = (region: string): RegionTile => ({
  region,
  isPriority: false,
  reviews: 0,
  withLead: null,
  windowsNotKnown: 0,
  standing: 'NO_REVIEWS',
  words: '',
});

it('lays regions from north to south, and those of another map last', () => {
  const placed = placedTiles(['London', 'Wales', 'North East', 'North West'].map(tile));
  expect(placed.map(({ tile: { region }, area }) => [region, area])).toEqual([
    ['North East', '1 / 2'],
    ['North West', '2 / 1'],
    ['London', '4 / 3'],
    ['Wales', undefined],
  ]);
});
