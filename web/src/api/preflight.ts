import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type PreflightView = components['schemas']['Preflight'];
export type Shortage = PreflightView['shortages'][number];
export type ShortPart = Shortage['smallest'][number];
export type NobodyCanLead = PreflightView['nobody'][number];
export type TimeRow = PreflightView['slots'][number] | PreflightView['weeks'][number];
export type GroupRow = PreflightView['regions'][number];
export type Seats = PreflightView['seats'];
export type LeftOut = PreflightView['leftOut'][number];

/** Where supply cannot meet demand, before any run. */
export const preflightQuery = (term: string) =>
  queryOptions({
    queryKey: ['terms', term, 'preflight'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/terms/{term}/preflight', { params: { path: { term } }, signal })),
  });
