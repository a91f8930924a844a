import type { PlanRule } from './plan-rule.js';

/** A quality assurer sits only with a lead who is new. */
export const assurerSitsWithNewLead: PlanRule = {
  name: 'assurerSitsWithNewLead',
  title: 'A quality assurer sits with a new lead',
  breaches: ({ rows, leadsById }) =>
    rows
      .filter((row) => row.qualityAssurer !== null && row.lead !== null)
      .filter((row) => leadsById.get(row.lead ?? '')?.isNew === false)
      .map(
        (row) =>
          `${row.qualityAssurer} assures ${row.review}, whose lead ${row.lead} is not a new lead.`,
      ),
};
