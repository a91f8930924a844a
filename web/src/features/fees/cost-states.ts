/** Where paid seats stand, in the order of columns and bars. */
export const COST_STATES = [
  ['DONE', 'Done'],
  ['ACCEPTED', 'Accepted'],
  ['OFFERED', 'Offered'],
  ['PLANNED', 'In the plan'],
] as const;
