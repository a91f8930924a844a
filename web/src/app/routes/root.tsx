import { createRootRoute } from '@tanstack/react-router';
import { Failed } from '../../parts/states';
import { MissingPage } from '../missing-page';
import { Shell } from '../shell';

/** What all pages have in common. */
export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: MissingPage,
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
});
