import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** The channel on which migration 0009's trigger names each run that changed. */
const CHANNEL = 'allocation_run';
const RECONNECT_MS = 1000;

/**
 * Hears of changed runs across processes, over one database connection. What happens while that
 * connection is broken is not repeated, so everybody is called once it is back; a caller looks at
 * the row itself, and now and then without a call.
 */
export class RunChanges implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly watchers = new Map<string, Set<() => void>>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /** @param report is told when the connection is lost */
  constructor(
    private readonly databaseUrl: string,
    private readonly report: (where: string, error: unknown) => void,
  ) {}

  /**
   * Calls `changed` each time the run may have changed.
   *
   * @returns how to stop it
   */
  watch(runId: string, changed: () => void): () => void {
    const watchers = this.watchers.get(runId) ?? new Set();
    this.watchers.set(runId, watchers.add(changed));
    return () => {
      watchers.delete(changed);
      if (watchers.size === 0 && this.watchers.get(runId) === watchers) this.watchers.delete(runId);
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** Connects, and again whenever the connection breaks, until `close`. Never rejects. */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'qar-run-changes',
      keepAlive: true,
    });
    const lost = (error?: Error): void => {
      if (this.client !== client) return;
      this.client = undefined;
      // Half open is as bad as lost; whatever closing it reports was reported just now.
      client.end().catch(() => undefined);
      if (!this.closed) this.reconnect(error ?? new Error('The server closed the connection.'));
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.call(payload));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.callEverybody();
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private reconnect(error: Error): void {
    this.report('hearing of changed runs', error);
    this.timer = setTimeout(() => void this.open(), RECONNECT_MS);
  }

  private call(runId: string | undefined): void {
    for (const changed of this.watchers.get(runId ?? '') ?? []) changed();
  }

  private callEverybody(): void {
    for (const runId of this.watchers.keys()) this.call(runId);
  }
}
