/** The words of recruiting, for reports: they ask allocations for a solve, and do not look into the solver. */
export { type Balance } from '../../solver/recruiting/recruiting.js';
export { type Added, type Reached } from '../../solver/recruiting/one-more.js';
export { type Specialism } from '../../solver/recruiting/specialisms.js';
