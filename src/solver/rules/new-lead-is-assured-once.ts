import type { PlanRule } from './plan-rule.js';

/** A new lead who leads at all has a quality assurer on at least one of the reviews they lead. */
export const newLeadIsAssuredOnce: PlanRule = {
  name: 'newLeadIsAssuredOnce',
  title: 'A new lead has a quality assurer on at least one review',
  breaches: ({ problem, rows }) =>
    problem.leads
      .filter((lead) => lead.isNew)
      .flatMap((lead) => {
        const led = rows.filter((row) => row.lead === lead.id);
        return led.length === 0 || led.some((row) => row.qualityAssurer !== null)
          ? []
          : [
              {
                sentence: `${lead.id} is a new lead and has no quality assurer on any review they lead.`,
                reviews: led.map(({ review }) => review),
                people: [lead.id],
              },
            ];
      }),
};
