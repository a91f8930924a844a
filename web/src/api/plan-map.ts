import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type PlanMap = components['schemas']['PlanMap'];
export type MapSchool = PlanMap['schools'][number];
export type MapHome = PlanMap['homes'][number];
export type Journey = PlanMap['journeys'][number];
export type MapState = MapSchool['state'];

/** A plan as it lies in the country. */
export const planMapQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'map'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/plans/{id}/map', { params: { path: { id: plan } }, signal })),
  });
