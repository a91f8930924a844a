import { experimental_streamedQuery as streamedQuery, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { eventsOf, type StreamedEvent } from './event-stream';
import { emptyRanking, type Ranking, withEvent } from './ranking';

/** Who could lead a review: each price as soon as it is worked out. Kept for the plan, which never changes. */
export const rankingQuery = (plan: string, review: string) =>
  queryOptions({
    queryKey: ['plans', plan, 'reviews', review, 'ranking'],
    queryFn: streamedQuery<StreamedEvent, Ranking>({
      streamFn: async ({ signal }) => {
        const stream = await answerOf(
          api.GET('/api/v1/plans/{id}/reviews/{review}/candidates/events', {
            params: { path: { id: plan, review } },
            parseAs: 'stream',
            signal,
          }),
        );
        return eventsOf(stream as unknown as ReadableStream<Uint8Array>);
      },
      reducer: withEvent,
      initialValue: emptyRanking,
    }),
    staleTime: Infinity,
    gcTime: 60 * 60_000,
  });
