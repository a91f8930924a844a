import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import type { components } from './schema';

export type PlanLead = components['schemas']['PlanLead'];
export type LeadSeat = PlanLead['seats'][number];
export type LeadGate = PlanLead['gates'][number];
export type LeadHistory = components['schemas']['LeadReviewerHistory'];

/** Somebody as a plan has them. */
export const planLeadQuery = (plan: string, lead: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'leads', lead],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/plans/{id}/lead-reviewers/{lead}', {
          params: { path: { id: plan, lead } },
          signal,
        }),
      ),
  });

/** What was recorded of somebody, the latest first. */
export const leadHistoryQuery = (code: string) =>
  queryOptions({
    queryKey: ['lead-reviewers', code, 'history'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/lead-reviewers/{code}/history', { params: { path: { code } }, signal }),
      ),
  });
