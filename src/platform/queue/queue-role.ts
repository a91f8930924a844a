/** What this process does with jobs. */
export interface QueueRole {
  /** True in the worker: it carries the outbox and does the jobs. Others only send. */
  readonly works: boolean;
  readonly databaseUrl: string;
  /** How often the outbox is read even without a wake-up, milliseconds. */
  readonly outboxPollMs: number;
}

/** Injection token of {@link QueueRole}. */
export const queueRole = Symbol('queue role');
