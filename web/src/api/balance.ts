import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type BalanceView = components['schemas']['BalanceView'];
export type Balance = NonNullable<BalanceView['balance']>;
export type BalanceRow = components['schemas']['BalanceRow'];
export type BalanceRegion = components['schemas']['BalanceRegion'];
export type BalanceSearch = NonNullable<operations['balanceReportsReport']['parameters']['query']>;
export type BalanceBehindSearch = operations['balanceReportsBehind']['parameters']['query'];

const key = ['reports', 'balance'] as const;
export const balanceKey = key;

/** While it is computed, people see how far it is. */
const PACE_MS = 2000;

/** Where leads are short, as computed last. */
export const balanceQuery = (query: BalanceSearch) =>
  queryOptions({
    queryKey: [...key, 'report', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/balance', { params: { query }, signal })),
    refetchInterval: ({ state }) => (state.data?.underWay ? PACE_MS : false),
  });

/** The reviews behind a figure. */
export const balanceBehindQuery = (query: BalanceBehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/balance/reviews', { params: { query }, signal })),
  });

/** Has it computed anew; the answer says how far it is. */
export function computeBalance(scope: string): Promise<BalanceView> {
  return answerOf(api.POST('/api/v1/reports/balance', { params: { query: { scope } } }));
}

/** The table as a file. */
export const balanceFile = (form: 'csv' | 'xlsx', query: BalanceSearch): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/balance/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `supply-and-demand.${form}`,
  );
