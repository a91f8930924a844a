import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type TermHomeView = components['schemas']['TermHome'];
export type FunnelStep = TermHomeView['funnel'][number];
export type AttentionLine = components['schemas']['AttentionLine'];
export type TermAction = components['schemas']['TermAction'];
export type RegionTile = TermHomeView['regions'][number];
export type WeekColumn = TermHomeView['weeks'][number];

/** How far a term has come, and what somebody must do for it. */
export const termHomeQuery = (term: string) =>
  queryOptions({
    queryKey: ['terms', term, 'home'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/terms/{term}/home', { params: { path: { term } }, signal })),
  });
