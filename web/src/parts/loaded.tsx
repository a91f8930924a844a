import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './states';

export interface LoadedProps<Data, Key extends QueryKey> {
  readonly query: UseQueryOptions<Data, Error, Data, Key>;
  /** What is loaded, as in "Loading the plan…". */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** What a query brings, or that it is on its way, or why it is not there. Data that were there stay while they are loaded anew. */
export function Loaded<Data, Key extends QueryKey>({
  query,
  what,
  children,
}: LoadedProps<Data, Key>) {
  const { data, error, refetch } = useQuery(query);
  if (data !== undefined) return children(data);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  return <Loading what={what} />;
}
