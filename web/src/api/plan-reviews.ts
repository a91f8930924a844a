import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type PlanReview = components['schemas']['PlanReview'];
export type UnplacedReviews = components['schemas']['UnplacedReviews'];
export type WhyThisOne = components['schemas']['WhyThisOne'];
export type AsksTogether = components['schemas']['AsksTogether'];
export type Asks = components['schemas']['WhatWouldItTake'];

/** Explanations of a plan never change, so they are kept while the page is open. */
const forGood = { staleTime: Infinity, gcTime: 60 * 60_000 };

/** A review as it stands in a plan. */
export const planReviewQuery = (plan: string, review: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reviews', review],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/reviews/{review}', {
          params: { path: { id: plan, review } },
          signal,
        }),
      ),
  });

/** Why its lead leads it. */
export const whyQuery = (plan: string, review: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reviews', review, 'why'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/reviews/{review}/why', {
          params: { path: { id: plan, review } },
          signal,
        }),
      ),
    ...forGood,
  });

/** Why somebody does not lead it, with the price of the smallest change that would mend it. */
export const whyNotQuery = (plan: string, review: string, lead: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reviews', review, 'why-not', lead],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/reviews/{review}/why-not/{lead}', {
          params: { path: { id: plan, review, lead } },
          signal,
        }),
      ),
    ...forGood,
  });

/** The reviews of a plan without a lead, and what stands in the way of each. */
export const unplacedQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'unplaced'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/plans/{id}/unplaced', { params: { path: { id: plan } }, signal })),
  });

/** Seconds that the server may keep us waiting before it says how far it has come. */
const PATIENCE_SECONDS = 5;

/** What it would take to cover them: asked for again until all of it is known. */
export const asksQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'asks'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/what-would-it-take', {
          params: { path: { id: plan }, query: { wait: PATIENCE_SECONDS } },
          signal,
        }),
      ),
    ...forGood,
    refetchInterval: ({ state }) => (state.data?.state === 'WORKING' ? 200 : false),
  });

/** Which asks would together cover as many of them as can be: asked for again until it is known. */
export const asksTogetherQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'asks', 'together'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/what-would-it-take/together', {
          params: { path: { id: plan }, query: { wait: PATIENCE_SECONDS } },
          signal,
        }),
      ),
    ...forGood,
    refetchInterval: ({ state }) => (state.data?.state === 'WORKING' ? 200 : false),
  });
