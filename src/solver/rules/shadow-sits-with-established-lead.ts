import type { PlanRule } from './plan-rule.js';

/** A shadow sits only with a lead who is not new. */
export const shadowSitsWithEstablishedLead: PlanRule = {
  name: 'shadowSitsWithEstablishedLead',
  title: 'A shadow sits with an established lead',
  breaches: ({ rows, leadsById }) =>
    rows
      .filter((row) => row.shadow !== null && row.lead !== null)
      .filter((row) => leadsById.get(row.lead ?? '')?.isNew === true)
      .map((row) => `${row.shadow} shadows ${row.review}, whose lead ${row.lead} is a new lead.`),
};
