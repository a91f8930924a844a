import { expect, test } from '@jest/globals';
import { positionOfGrid } from './national-grid.js';

test('reproduces the worked example of the Ordnance Survey, TG 51409 13177', () => {
  expect(positionOfGrid(651_409.903, 313_177.27)).toEqual({ lat: 52.65798, lon: 1.71605 });
});

// Schools of the open data, from Cornwall to the Tweed.
test.each([
  [527_609, 185_524, 51.55418, -0.16078],
  [529_993, 183_723, 51.53745, -0.12708],
  [533_502, 181_167, 51.51366, -0.07749],
  [173_784, 46_210, 50.27242, -5.17601],
  [399_258, 651_545, 55.75726, -2.01339],
])('easting %d, northing %d is %d, %d', (easting, northing, lat, lon) => {
  expect(positionOfGrid(easting, northing)).toEqual({ lat, lon });
});

test('is symmetric about the central meridian and points east', () => {
  expect(positionOfGrid(400_000, 500_000).lon).toBeCloseTo(-2, 2);
  expect(positionOfGrid(401_000, 500_000).lon).toBeGreaterThan(
    positionOfGrid(400_000, 500_000).lon,
  );
});
