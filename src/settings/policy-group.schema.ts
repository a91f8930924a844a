import { z } from 'zod';

/** Numbers of a policy that belong together, as they go out over HTTP. */
export const policyGroupView = z.object({
  title: z.string(),
  numbers: z.array(
    z.object({
      title: z.string(),
      value: z.number(),
      unit: z.enum(['points', 'km', 'times']),
      path: z.array(z.string()).meta({ description: 'Where it lies in the policy' }),
      does: z.string().meta({ description: 'What it changes in a plan' }),
      least: z.number(),
      most: z.number(),
    }),
  ),
});
