import type { RegionTile } from '../../api/term-home';

/** Where the nine regions of England lie to each other, as rows and columns of tiles. */
const places: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  'North East': { row: 1, column: 2 },
  'North West': { row: 2, column: 1 },
  'Yorkshire and the Humber': { row: 2, column: 2 },
  'West Midlands': { row: 3, column: 1 },
  'East Midlands': { row: 3, column: 2 },
  'East of England': { row: 3, column: 3 },
  'South West': { row: 4, column: 1 },
  'South East': { row: 4, column: 2 },
  London: { row: 4, column: 3 },
};

/** Tiles from north to south and west to east, so that they are read as they lie; regions of another map come last. */
export function placedTiles(
  regions: readonly RegionTile[],
): { tile: RegionTile; area: string | undefined }[] {
  return regions
    .map((tile, index) => {
      const place = places[tile.region];
      const order = place === undefined ? 100 + index : place.row * 10 + place.column;
      const area = place === undefined ? undefined : `${place.row} / ${place.column}`;
      return { tile, area, order };
    })
    .sort((one, other) => one.order - other.order)
    .map(({ tile, area }) => ({ tile, area }));
}
