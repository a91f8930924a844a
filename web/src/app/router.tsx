import { createRouter } from '@tanstack/react-router';
import { Loading } from '../parts/states';
import { compareRoute } from './routes/compare';
import { newestPlanRoute } from './routes/newest-plan';
import { rootRoute } from './routes/root';
import { runRoute } from './routes/run';
import { runCourseRoute } from './routes/run-course';
import { startRoute } from './routes/start';
import { termHomeRoute } from './routes/term-home';

/** Every page of the app, by its address. */
const routeTree = rootRoute.addChildren([
  startRoute,
  termHomeRoute,
  newestPlanRoute,
  runRoute,
  runCourseRoute,
  compareRoute,
]);

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
