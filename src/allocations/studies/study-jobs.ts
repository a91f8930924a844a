import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { defineJob, type JobKind } from '../../platform/queue/job.js';
import { sendJob } from '../../platform/queue/outbox.js';
import { type StudyKind } from './study-kind.js';

const payload = z.object({ studyId: z.uuid(), delivery: z.int() });
export type StudyPayload = z.infer<typeof payload>;

/** Takes a study to a worker: one of a kind at a time, and none waits for one of another kind. */
export const studyJobs: Readonly<Record<StudyKind, JobKind<StudyPayload>>> = {
  FORECAST: defineJob('study-forecast', payload),
  RECRUITING: defineJob('study-recruiting', payload),
  WHAT_IF: defineJob('study-what-if', payload),
};

/** Sends the study to a worker as part of the caller's transaction, each time under a job of its own. */
export async function deliverStudy(
  manager: EntityManager,
  kind: StudyKind,
  studyId: string,
  delivery: number,
): Promise<void> {
  await sendJob(manager, studyJobs[kind], `${studyId}-${delivery}`, { studyId, delivery });
}
