import { Refuses } from '../../platform/openapi/refuses.js';

/** Every route of one plan may answer so. */
export const NoSuchPlan = Refuses(404, {
  NOT_FOUND: 'There is no plan 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21.',
});

/** Every route that tells of a plan's rows may answer so. */
export const Infeasible = Refuses(409, {
  PLAN_IS_INFEASIBLE:
    'No plan keeps all pins, so there is nothing to show. Drop one of the pins in its conflict and run again.',
});
