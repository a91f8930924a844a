import { createRouter } from '@tanstack/react-router';
import { Loading } from '../parts/states';
import { balanceRoute } from './routes/balance';
import { compareRoute } from './routes/compare';
import { coverageRoute } from './routes/coverage';
import { dropOutRoute, dropOutsRoute, newestDropOutsRoute } from './routes/drop-outs';
import { fairnessRoute } from './routes/fairness';
import { feesRoute, payrollRoute } from './routes/fees';
import { gatesRoute } from './routes/gates';
import { importRoute, importsRoute } from './routes/imports';
import { leadPanelRoute } from './routes/lead-panel';
import { mapRoute, newestMapRoute } from './routes/map';
import { newestPlanRoute } from './routes/newest-plan';
import { planBoardRoute } from './routes/plan-board';
import { preflightRoute } from './routes/preflight';
import { availabilityRoute, leadsRoute, reviewsRoute } from './routes/registers';
import {
  commitmentsRoute,
  forecastRoute,
  leadCommitmentRoute,
  reportsRoute,
} from './routes/reports';
import { reviewPanelRoute } from './routes/review-panel';
import { rootRoute } from './routes/root';
import { runRoute } from './routes/run';
import { runCourseRoute } from './routes/run-course';
import { settingsRoute } from './routes/settings';
import { schoolRoute, schoolsRoute } from './routes/schools';
import { startRoute } from './routes/start';
import { termHomeRoute } from './routes/term-home';
import { termlyRoute } from './routes/termly';
import { newestUnplacedRoute, unplacedRoute } from './routes/unplaced';
import {
  compareScenariosRoute,
  newScenarioRoute,
  scenarioRoute,
  whatIfRoute,
} from './routes/what-if';

/** Every page of the app, by its address. */
const routeTree = rootRoute.addChildren([
  startRoute,
  termHomeRoute,
  preflightRoute,
  runRoute,
  runCourseRoute,
  newestPlanRoute,
  planBoardRoute,
  reviewPanelRoute,
  leadPanelRoute,
  newestUnplacedRoute,
  unplacedRoute,
  newestDropOutsRoute,
  dropOutsRoute,
  dropOutRoute,
  compareRoute,
  importsRoute,
  importRoute,
  settingsRoute,
  mapRoute,
  newestMapRoute,
  reviewsRoute,
  schoolsRoute,
  schoolRoute,
  leadsRoute,
  availabilityRoute,
  reportsRoute,
  forecastRoute,
  commitmentsRoute,
  leadCommitmentRoute,
  termlyRoute,
  coverageRoute,
  fairnessRoute,
  feesRoute,
  payrollRoute,
  gatesRoute,
  balanceRoute,
  whatIfRoute,
  newScenarioRoute,
  compareScenariosRoute,
  scenarioRoute,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  // What was answered before is the query cache's to keep; a preloaded "no plan yet" would outlive the run.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Loading what="the page" />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
