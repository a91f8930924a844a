import type { PlanRule } from './plan-rule.js';

/** A quality assurer sits only with a lead who is new. */
export const assurerSitsWithNewLead: PlanRule = {
  name: 'assurerSitsWithNewLead',
  title: 'A quality assurer sits with a new lead',
  breaches: ({ rows, leadsById }) =>
    rows.flatMap(({ review, lead, qualityAssurer }) =>
      qualityAssurer !== null && lead !== null && leadsById.get(lead)?.isNew === false
        ? [
            {
              sentence: `${qualityAssurer} assures ${review}, whose lead ${lead} is not a new lead.`,
              reviews: [review],
              people: [lead, qualityAssurer],
            },
          ]
        : [],
    ),
};
