import type { PlanRule } from './plan-rule.js';

/** A shadow sits only with a lead who is not new. */
export const shadowSitsWithEstablishedLead: PlanRule = {
  name: 'shadowSitsWithEstablishedLead',
  title: 'A shadow sits with an established lead',
  breaches: ({ rows, leadsById }) =>
    rows.flatMap(({ review, lead, shadow }) =>
      shadow !== null && lead !== null && leadsById.get(lead)?.isNew === true
        ? [
            {
              sentence: `${shadow} shadows ${review}, whose lead ${lead} is a new lead.`,
              reviews: [review],
              people: [lead, shadow],
            },
          ]
        : [],
    ),
};
