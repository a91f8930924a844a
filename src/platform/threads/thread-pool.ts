import { type Piscina } from 'piscina';
import { startThreads } from './start-threads.js';

/**
 * Threads whose tasks never fail by an exception: what a task throws travels in its result, because errors lose their class
 * between threads. So an exception means that the thread itself broke off, as it does when its memory ends. Such a task is
 * done once more in another thread; tasks must be repeatable, such as transactions that the end of a thread takes back.
 */
export class ThreadPool {
  private threads: Piscina | undefined;
  private running = 0;
  private isClosed = false;
  /** Piscina starts no thread for a task that waits behind one whose thread broke off, so tasks wait here. */
  private readonly waiting: (() => void)[] = [];

  /** @param options as of `startThreads` */
  constructor(
    private readonly options: { file: string; most: number; workerData?: () => unknown },
  ) {}

  /** @throws Error when two threads broke off over the task, or the pool was closed */
  async run<Result>(name: string, task: object): Promise<Result> {
    if (this.running >= this.options.most) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
    try {
      return (await this.once(name, task)) as Result;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Ends all threads, whatever they are busy with. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.threads?.destroy();
  }

  private async once(name: string, task: object, isAgain = false): Promise<unknown> {
    if (this.isClosed) throw new Error('The service is stopping.');
    const { file, most, workerData } = this.options;
    this.threads ??= startThreads(file, most, workerData?.());
    try {
      return await this.threads.run(task, { name });
    } catch (cause) {
      if (!isAgain && !this.isClosed) return this.once(name, task, true);
      throw new Error(`A thread broke off over ${name}.`, { cause });
    }
  }
}
