import { z } from 'zod';

const Part = z.object({
  name: z.enum(['database', 'migrations', 'queue']),
  isReady: z.boolean(),
  detail: z.string().optional().meta({ description: 'What is wrong, in words' }),
});

export const Readiness = z
  .object({ status: z.enum(['ready', 'not ready']), parts: z.array(Part) })
  .meta({
    id: 'Readiness',
    example: {
      status: 'ready',
      parts: [
        { name: 'database', isReady: true },
        { name: 'migrations', isReady: true },
        { name: 'queue', isReady: true },
      ],
    },
  });

export type Readiness = z.infer<typeof Readiness>;
export type ReadinessPart = z.infer<typeof Part>;

export const Liveness = z.object({ status: z.literal('live') }).meta({ id: 'Liveness' });
