import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type ForecastView = components['schemas']['Forecast'];
export type Forecast = NonNullable<ForecastView['forecast']>;
export type ForecastLead = Forecast['leads'][number];
export type Chance = ForecastLead['chance'];

type ForecastMoment = Pick<
  NonNullable<operations['forecastLatest']['parameters']['query']>,
  'asAt' | 'knownAt'
>;

/** While it is computed, people see how far it is. */
const PACE_MS = 2000;

/** The newest forecast of the year of the moment. */
export const forecastQuery = (query: ForecastMoment = {}) =>
  queryOptions({
    queryKey: ['reports', 'forecast', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/forecast', { params: { query }, signal })),
    refetchInterval: ({ state }) => (state.data?.underWay ? PACE_MS : false),
  });

/** Has it computed anew; the answer says how far it is. */
export function computeForecast(): Promise<ForecastView> {
  return answerOf(api.POST('/api/v1/reports/forecast'));
}

type FileRequest = components['schemas']['ForecastFileRequest'];

/** People of the forecast as a file. */
export const forecastFile = (form: 'csv' | 'xlsx', body: FileRequest): Promise<NamedFile> =>
  fileOf(
    api.POST('/api/v1/reports/forecast/files/{form}', {
      params: { path: { form } },
      body,
      parseAs: 'blob',
    }),
    `forecast.${form}`,
  );
