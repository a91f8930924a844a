/** The words of a forecast, for reports: they ask allocations for a solve, and do not look into the solver. */
export { LIMITS, type BindingLimit, type Limit } from '../../solver/forecast/limits.js';
export { type PersonForecast } from '../../solver/forecast/forecast.js';
