import { plansWithSeats, termPlansQuery } from '../api/terms';
import { queryClient } from './query-client';

/** The newest plan of a term that has seats, never from the cache; undefined where there is none. */
export async function newestPlan(term: string): Promise<string | undefined> {
  const { items } = await queryClient.fetchQuery({ ...termPlansQuery(term), staleTime: 0 });
  return plansWithSeats(items)[0]?.id;
}
