import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error';

/** What came from the server. A refusal is an answer: only what could not be reached is asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ProblemError) || error.status === 503),
    },
    mutations: { retry: false },
  },
});
