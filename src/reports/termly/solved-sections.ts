import { type BalanceView } from '../balance/balance.schema.js';
import { type Chance, type ForecastView } from '../forecast/forecast.schema.js';
import { singleBar } from './counted-sections.js';
import { type Picture, type TermlySection } from './termly.schema.js';

/**
 * Sections of what was solved and kept: each says when it was computed. Whether facts have changed since it does not say, so that
 * the report of a day and an instant stays the same.
 */

const CHANCES: readonly (readonly [Chance, string, Picture['parts'][number]['tone']])[] = [
  ['REACHED', 'Reached', 'DONE'],
  ['BOOKED', 'Booked', 'BOOKED'],
  ['CAN', 'Can still reach it', 'WAITING'],
  ['NOT_TOGETHER', 'Alone, but not with everybody else', 'PLANNED'],
  ['CANNOT', 'Cannot reach it', 'MISSING'],
];

export function forecastSection({ forecast }: ForecastView): TermlySection {
  const section = {
    key: 'forecast',
    title: 'Forecast',
    path: '/reports/forecast',
    search: {},
  } as const;
  if (forecast === null) {
    return {
      ...section,
      sentence: 'The rest of the year has not been forecast yet.',
      more: [],
      pictures: [],
    };
  }
  const count = (chance: Chance): number =>
    forecast.leads.filter((lead) => lead.chance === chance).length;
  return {
    ...section,
    sentence: forecast.sentence,
    more: [...forecast.more.slice(0, 1), `Computed ${forecast.computed}.`],
    pictures: [
      singleBar(
        'People by whether their minimum can be reached',
        'PEOPLE',
        CHANCES.map(([chance, name, tone]) => ({ name, value: count(chance), tone })),
      ),
    ],
  };
}

/** Sentences about recruiting that fit beside the picture. */
const MOST_HIRES = 3;

export function balanceSection({ balance, scope }: BalanceView): TermlySection {
  const section = {
    key: 'balance',
    title: 'Where to recruit',
    path: '/reports/balance',
    search: { scope: scope.id },
  } as const;
  if (balance === null) {
    return {
      ...section,
      sentence: 'Supply and demand of the term have not been compared yet.',
      more: [],
      pictures: [],
    };
  }
  const hires = balance.rows
    .filter(({ added }) => added.reviews > 0)
    .sort((a, b) => b.added.reviews - a.added.reviews)
    .slice(0, MOST_HIRES);
  return {
    ...section,
    sentence: balance.sentence,
    more: [
      ...hires.map(
        ({ region, specialism, added }) => `${region}, ${specialism.name}: ${added.words}`,
      ),
      `Computed ${balance.computed}.`,
    ],
    pictures: [
      {
        title: 'Reviews by region',
        unit: 'REVIEWS',
        parts: [
          { name: 'Has a lead in the best plan', tone: 'BOOKED' },
          { name: 'Could have one, others would lose theirs', tone: 'PLANNED' },
          { name: 'No lead in any plan', tone: 'MISSING' },
        ],
        rows: balance.regions.map(({ region, demand, without, short }) => ({
          name: region,
          values: [demand - without, without - Math.min(short, without), Math.min(short, without)],
        })),
      },
    ],
  };
}
