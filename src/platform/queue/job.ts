import type { z } from 'zod';

/**
 * A kind of job: its name alone fixes the type of its payload. Payloads are ids; what they name is read again by the
 * handler, which is what makes a second delivery harmless.
 */
export interface JobKind<Payload = unknown> {
  /** Also the name of its queue. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried in all when the handler throws. A worker that dies does not count as a try. */
  readonly attempts: number;
  /** How many of these one worker process works on at once. */
  readonly concurrency: number;
}

/** Declares a kind of job. `attempts` is 3 and `concurrency` 1 unless given. */
export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  options: { readonly attempts?: number; readonly concurrency?: number } = {},
): JobKind<Payload> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Error(`A job's name is lower-case words joined by hyphens, unlike "${name}".`);
  }
  return { name, payload, attempts: options.attempts ?? 3, concurrency: options.concurrency ?? 1 };
}

/** Why a handler's signal is aborted: this process stops, and the job goes back to the queue at once. */
export const workerStops = 'the worker stops';

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try; a job whose worker died is the same try again. */
  readonly attempt: number;
  /** Aborted with {@link workerStops} when the process must stop: throw, and the job is given back untouched. */
  readonly signal: AbortSignal;
}

/**
 * Does one kind of job. Must be safe to run twice, and while another run of the same job is still dying.
 * Throw BullMQ's `UnrecoverableError` when another try is pointless; an expected outcome is no error.
 */
export interface JobHandler<Payload> {
  handle(payload: Payload, context: JobContext): Promise<void>;
}
