import { createRouter } from '@tanstack/react-router';
import { Loading } from '../parts/states';
import { preflightRoute } from './routes/preflight';
import { rootRoute } from './routes/root';
import { startRoute } from './routes/start';
import { termHomeRoute } from './routes/term-home';

/** Every page of the app, by its address. */
const routeTree = rootRoute.addChildren([startRoute, termHomeRoute, preflightRoute]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Loading what="the page" />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
