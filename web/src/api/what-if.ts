import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type Scenario = components['schemas']['Scenario'];
export type ScenarioLine = components['schemas']['ScenarioList']['items'][number];
export type ScenarioInput = components['schemas']['ScenarioInput'];
export type ScenarioChoices = components['schemas']['ScenarioChoices'];
export type ScenarioComparison = components['schemas']['ScenarioComparison'];
export type WhatIfResult = NonNullable<Scenario['result']>;
export type ChangedPerson = WhatIfResult['people'][number];
export type ChangedReview = WhatIfResult['reviews'][number];
export type SavedChange = Scenario['changes'][number];
type BehindSearch = operations['whatIfBehind']['parameters']['query'];

/** While it is computed, people see how far it is: it takes seconds. */
const PACE_MS = 700;

const key = ['reports', 'what-if'] as const;
export const whatIfKey = key;

type Moment = NonNullable<operations['whatIfList']['parameters']['query']>;

export const scenariosQuery = (query: Moment = {}) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/what-if', { params: { query }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ underWay }) => underWay !== null) === true ? PACE_MS : false,
  });

export const scenarioQuery = (scenario: string, query: Moment = {}) =>
  queryOptions({
    queryKey: [...key, 'one', scenario, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/reports/what-if/{scenario}', {
          params: { path: { scenario }, query },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.underWay ? PACE_MS : false),
  });

/** People, schools and places to build a scenario of. */
export const choicesQuery = queryOptions({
  queryKey: [...key, 'choices'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/reports/what-if/choices', { signal })),
});

export const comparisonQuery = (query: Moment & { first: string; second: string }) =>
  queryOptions({
    queryKey: [...key, 'comparison', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/what-if/comparison', { params: { query }, signal })),
  });

/** The reviews behind one figure. */
export const whatIfReviewsQuery = (scenario: string, query: BehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', scenario, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/reports/what-if/{scenario}/reviews', {
          params: { path: { scenario }, query },
          signal,
        }),
      ),
  });

/** Saves one, and has it computed. @throws ProblemError when a change does not fit */
export const createScenario = (body: ScenarioInput): Promise<Scenario> =>
  answerOf(api.POST('/api/v1/reports/what-if', { body }));

/** @throws ProblemError as `createScenario`; when it was changed since */
export const changeScenario = (
  { id: scenario, version }: Pick<Scenario, 'id' | 'version'>,
  body: ScenarioInput,
): Promise<Scenario> =>
  answerOf(
    api.PUT('/api/v1/reports/what-if/{scenario}', {
      params: { path: { scenario }, header: { 'If-Match': `"${String(version)}"` } },
      body,
    }),
  );

/** Has it computed of the facts as they are now. */
export const computeScenario = (scenario: string): Promise<Scenario> =>
  answerOf(
    api.POST('/api/v1/reports/what-if/{scenario}/computations', { params: { path: { scenario } } }),
  );

export async function deleteScenario({
  id: scenario,
  version,
}: Pick<Scenario, 'id' | 'version'>): Promise<void> {
  await answerOf(
    api.DELETE('/api/v1/reports/what-if/{scenario}', {
      params: { path: { scenario }, header: { 'If-Match': `"${String(version)}"` } },
    }),
  );
}

/** Puts a deleted one back. */
export const restoreScenario = (scenario: string): Promise<Scenario> =>
  answerOf(
    api.POST('/api/v1/reports/what-if/{scenario}/restorations', { params: { path: { scenario } } }),
  );

/** One table of the result as a file. */
export const whatIfFile = (
  scenario: string,
  form: 'csv' | 'xlsx',
  table: 'reviews' | 'people',
  moment: Moment,
): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/what-if/{scenario}/files/{form}', {
      params: { path: { scenario, form }, query: { ...moment, table } },
      parseAs: 'blob',
    }),
    `what-if-${table}.${form}`,
  );
