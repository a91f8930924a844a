/** The words of a scenario, for reports: they ask allocations for a solve, and do not look into the solver. */
export {
  type ReviewEffect,
  type ScenarioEffect,
  type PersonEffect,
} from '../../solver/scenario/effect.js';
export { type ScenarioOutcome } from '../../solver/scenario/scenario.js';
export { type SeatRow } from '../../solver/problem.js';
