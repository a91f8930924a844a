import { readOpenData } from '../../src/calendar/open-data.js';

/** Columns of `sample/open-data/schools-extract.csv`. */
export const EXTRACT_COLUMNS = [
  'urn',
  'name',
  'type',
  'phase',
  'la_code',
  'region',
  'town',
  'postcode',
  'lat',
  'lon',
  'trust_uid',
  'trust_name',
  'open_date',
  'needs_invented',
] as const;

const MAY_BE_EMPTY = ['town', 'trust_uid', 'trust_name', 'open_date', 'needs_invented'] as const;

/** A school of the open list, every field as text; `needs_invented` is joined by `|`. */
export type OpenSchool = Record<(typeof EXTRACT_COLUMNS)[number], string>;

export async function readOpenSchools(): Promise<OpenSchool[]> {
  return readOpenData('schools-extract.csv', EXTRACT_COLUMNS, MAY_BE_EMPTY);
}

/** An outward postcode with its mean position. */
export interface District {
  district: string;
  region: string;
  lat: number;
  lon: number;
}

/** Districts where enough people live for one of them to be a home; the smallest are firms or islands. */
export async function readDistricts(): Promise<District[]> {
  const rows = await readOpenData('postcode-districts.csv', [
    'postcode_district',
    'region',
    'lat',
    'lon',
    'english_postcodes',
  ]);
  return rows
    .filter((row) => Number(row.english_postcodes) >= 400)
    .map((row) => ({
      district: row.postcode_district,
      region: row.region,
      lat: Number(row.lat),
      lon: Number(row.lon),
    }));
}
