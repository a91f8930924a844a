import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type DropOuts = components['schemas']['DropOuts'];
export type DropOutLine = DropOuts['people'][number];
export type DropOutAnswer = components['schemas']['DropOut'];
export type DropOut = NonNullable<DropOutAnswer['dropOut']>;
export type RePlanned = components['schemas']['RePlannedReview'];
export type Disturbance = components['schemas']['PriceOfDisturbance'];
export type DisturbanceLine = Disturbance['lines'][number];
export type Named = components['schemas']['Named'];

/** Answers about a plan never change, so they are kept while the page is open. */
const forGood = { staleTime: Infinity, gcTime: 60 * 60_000 };

/** Seconds that the server may keep us waiting before it says how far it has come. */
const PATIENCE_SECONDS = 3;

/** Asked for again until all of it is known. */
const untilDone = ({ state }: { state: { data?: { state: string } | undefined } }) =>
  state.data?.state === 'WORKING' ? 200 : false;

/** The first answer comes at once: it says which plan it is, and there is a page to show meanwhile. */
function waitOf(client: QueryClient, queryKey: readonly string[]): number {
  return client.getQueryData(queryKey) === undefined ? 0 : PATIENCE_SECONDS;
}

/** What is lost without each person of a plan. */
export const dropOutsQuery = (plan: string) => {
  const queryKey = ['plans', plan, 'drop-outs'];
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/drop-outs', {
          params: { path: { id: plan }, query: { wait: waitOf(client, queryKey) } },
          signal,
        }),
      ),
    ...forGood,
    refetchInterval: untilDone,
  });
};

/** What is lost without one person, and the best plan without them. */
export const dropOutQuery = (plan: string, person: string) => {
  const queryKey = ['plans', plan, 'drop-outs', person];
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/drop-outs/{person}', {
          params: { path: { id: plan, person }, query: { wait: waitOf(client, queryKey) } },
          signal,
        }),
      ),
    ...forGood,
    refetchInterval: untilDone,
  });
};

/** What it buys to disturb people once this person has gone. */
export const disturbanceQuery = (plan: string, gone: string) => {
  const queryKey = ['plans', plan, 'disturbance', gone];
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/disturbance', {
          params: { path: { id: plan }, query: { gone, wait: waitOf(client, queryKey) } },
          signal,
        }),
      ),
    ...forGood,
    refetchInterval: untilDone,
  });
};
