import { column, type RegisterColumn } from '../../registers/register-column.js';
import { type FileRow, type RegisterView } from '../../registers/files/register-file.js';
import { dateInWords } from '../../calendar/words.js';
import { type Chance, type ForecastLead, type ForecastView } from './forecast.schema.js';

const NUMBER = { kind: 'NUMBER' } as const;

const COLUMNS: readonly RegisterColumn[] = [
  column('name', 'Lead Reviewer'),
  column('minimum', 'Minimum', NUMBER),
  column('led', 'Led', NUMBER),
  column('confirmed', 'Confirmed ahead', NUMBER),
  column('waiting', 'Waiting for an answer', NUMBER),
  column('best', 'Best alone', NUMBER),
  column('inPlan', 'In the plan of all', NUMBER),
  column('chance', 'Minimum', { width: 30 }),
  column('why', 'What limits it', { width: 60 }),
  column('availability', 'Availability', { width: 50 }),
];

export const CHANCE_WORDS: Readonly<Record<Chance, string>> = {
  REACHED: 'Reached',
  BOOKED: 'Confirmed',
  CAN: 'Can be reached',
  NOT_TOGETHER: 'Alone, not with everybody else',
  CANNOT: 'Cannot be reached',
};

/**
 * A forecast as a file shows it: these people, in this order, with the day of the facts and of the computation.
 *
 * @param leads their references; who is not in the forecast is left out
 */
export function forecastFile(
  { year, forecast }: ForecastView,
  { leads, chosenBy }: { leads: readonly string[]; chosenBy: readonly string[] },
  made: Pick<RegisterView, 'author' | 'madeAt'>,
): RegisterView {
  const all = new Map(forecast?.leads.map((each) => [each.lead, each]));
  const rows = leads.map((lead) => all.get(lead)).filter((row) => row !== undefined);
  return {
    title: `Forecast ${year.replace('/', '-')}`,
    noun: 'Lead Reviewers',
    columns: COLUMNS,
    rows: rows.map(rowOf),
    total: all.size,
    chosenBy,
    notes:
      forecast === null
        ? []
        : [
            `As at ${dateInWords(forecast.asAt)}; computed ${forecast.computed}`,
            forecast.sentence,
            ...forecast.more,
            ...(forecast.isStale ? ['Facts have changed since it was computed.'] : []),
          ],
    ...made,
  };
}

function rowOf({ chance, ...row }: ForecastLead): FileRow {
  return { ...row, chance: CHANCE_WORDS[chance] };
}
