import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { compiledFile } from './start-threads.js';
import { type SideEnd, type SideTask } from './side-thread.js';
import { ThreadPool } from './thread-pool.js';

/** A function of a module that a thread beside this one can run. */
export interface SideWork<Argument, Result> {
  file: string;
  /** As the module exports it. */
  name: string;
  /** Only for its type; it is not called here. */
  run: (argument: Argument) => Result | Promise<Result>;
}

/**
 * A function that a thread can run. Its argument and its result are copied on their way, so they must be plain data.
 *
 * @param here `import.meta.url` of the caller
 * @param module that exports the function, as it would be imported
 */
export function sideWork<Argument, Result>(
  here: string,
  module: string,
  run: (argument: Argument) => Result | Promise<Result>,
): SideWork<Argument, Result> {
  return { file: compiledFile(here, module), name: run.name, run };
}

/** Two people may wait for a file each; a third waits for one of them. */
const MOST_THREADS = 2;

/** Does what would keep this thread from answering anybody, such as writing a spreadsheet, in threads beside it. */
@Injectable()
export class SideThreads implements OnApplicationShutdown {
  private readonly pool = new ThreadPool({
    file: compiledFile(import.meta.url, './side-thread.js'),
    most: MOST_THREADS,
  });

  /** @throws Error with the message of what the work threw, or as `ThreadPool` */
  async run<Argument, Result>(
    { file, name }: SideWork<Argument, Result>,
    argument: Argument,
  ): Promise<Result> {
    const task: SideTask = { file, name, argument };
    const end = await this.pool.run<SideEnd>('work', task);
    if ('message' in end) throw Object.assign(new Error(end.message), { stack: end.stack });
    return end.result as Result;
  }

  /** Requests in hand have been answered by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}
