import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '../configuration.js';
import { type ReadyMessage } from '../process-life.js';

export interface ChildSettings {
  /** Shown to people, such as `web`. */
  readonly name: string;
  /** The compiled file to run. */
  readonly file: string;
  /** Variables on top of ours, asked for before every start. */
  readonly environment: () => Promise<Record<string, string>>;
  readonly log: (sentence: string) => void;
  /** Called once when it ended too often before it was ready. */
  readonly onGivenUp: (reason: Error) => void;
}

const longestPauseMs = 15_000;
const endWithinMs = 25_000;
const mostFailuresInARow = 5;
const badConfiguration = 78;

/** A child process that is started again when it dies, after a pause that grows from a quarter of a second. */
export class SupervisedChild {
  #child: ChildProcess | undefined;
  #url: string | undefined;
  #failures = 0;
  readonly #stop = new AbortController();
  #life: Promise<void> = Promise.resolve();

  constructor(private readonly settings: ChildSettings) {}

  /** Address it serves, once ready. */
  get url(): string | undefined {
    return this.#url;
  }

  /** Resolves when it is ready for the first time. @throws Error when it is given up */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#life = this.keepAlive(resolve).catch((error: unknown) => {
        const reason = error instanceof Error ? error : new Error(String(error));
        this.settings.onGivenUp(reason);
        reject(reason);
      });
    });
  }

  /** Ends it now; it is started again at once, with the environment asked for anew. */
  restart(): void {
    this.#child?.kill('SIGTERM');
  }

  /** Asks it to end, waits, and insists after 25 seconds. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const child = this.#child;
    child?.kill('SIGTERM');
    const insist = setTimeout(() => child?.kill('SIGKILL'), endWithinMs);
    await this.#life;
    clearTimeout(insist);
  }

  private async keepAlive(onReady: () => void): Promise<void> {
    const { name, log } = this.settings;
    while (!this.#stop.signal.aborted) {
      const code = await this.runOnce(onReady);
      if (this.#stop.signal.aborted) return;
      this.#failures++;
      if (code === badConfiguration || this.#failures >= mostFailuresInARow) {
        throw new Error(
          `The ${name} process ended ${this.#failures} times before it was ready. Its last lines above say why.`,
        );
      }
      const pauseMs = Math.min(250 * 2 ** (this.#failures - 1), longestPauseMs);
      await sleep(pauseMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      // Ctrl-C ends a process that is only starting at once, and then nothing is started again.
      if (this.#stop.signal.aborted) return;
      log(`The ${name} process ended (${code}); starting it again.`);
    }
  }

  /** @returns its exit code, or the signal that ended it */
  private async runOnce(onReady: () => void): Promise<number | string> {
    const environment = await this.settings.environment();
    if (this.#stop.signal.aborted) return 0;
    const child = fork(this.settings.file, [], {
      env: childEnvironment(environment),
      execArgv: [],
    });
    this.#child = child;
    child.on('message', (message) => {
      if (!isReady(message)) return;
      this.#failures = 0;
      this.#url = message.url;
      onReady();
    });
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
  }
}

function isReady(message: unknown): message is ReadyMessage {
  return (
    typeof message === 'object' && message !== null && Reflect.get(message, 'kind') === 'ready'
  );
}
