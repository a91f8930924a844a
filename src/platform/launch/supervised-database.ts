import { setTimeout as sleep } from 'node:timers/promises';
import { type Configuration } from '../configuration.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres.js';

/** The built-in database, started again when it dies. */
export class SupervisedDatabase {
  #server: EmbeddedPostgres | undefined;
  #isStopping = false;
  #starting: Promise<void> = Promise.resolve();
  #reviving: Promise<void> = Promise.resolve();

  constructor(
    private readonly data: Configuration['data'],
    private readonly log: (sentence: string) => void,
    /** Called when it had to come back on another port. */
    private readonly onMoved: () => void,
  ) {}

  /** Address of the running server. */
  get url(): string {
    if (this.#server === undefined) throw new Error('The database was not started.');
    return this.#server.url;
  }

  start(): Promise<void> {
    this.#starting = this.startNow();
    return this.#starting;
  }

  private async startNow(): Promise<void> {
    const server = await startEmbeddedPostgres({
      dataDir: this.data.folder,
      mayRelocate: !this.data.isChosen,
      log: this.log,
      ...(this.#server === undefined ? {} : { port: Number(new URL(this.#server.url).port) }),
    });
    if (this.#isStopping) return server.stop();
    this.#server = server;
    server.onExit(() => {
      this.#reviving = this.revive(server.url);
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#starting.catch(() => undefined); // told to whoever asked for the start
    await this.#reviving;
    await this.#server?.stop();
  }

  private async revive(before: string): Promise<void> {
    for (let attempt = 0; !this.#isStopping; attempt++) {
      this.log('The database went away; starting it again.');
      try {
        await this.start();
        if (!this.#isStopping && this.url !== before) this.onMoved();
        return;
      } catch (error) {
        this.log(
          `The database did not start: ${error instanceof Error ? error.message : String(error)}`,
        );
        await sleep(Math.min(500 * 2 ** attempt, 15_000));
      }
    }
  }
}
