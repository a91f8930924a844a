import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compiledFile } from '../platform/threads/start-threads.js';
import { ThreadPool } from '../platform/threads/thread-pool.js';
import {
  type ExchangeResults,
  type ExchangeTaskName,
  type ExchangeTasks,
  resultOf,
  type TaskEnd,
} from './exchange-task.js';

/** Two people may import or export at once; a third waits for one of them. */
const MOST_THREADS = 2;

/** Works at imports and exports beside the thread that answers requests. */
@Injectable()
export class ExchangeThreads implements OnApplicationShutdown {
  private readonly pool: ThreadPool;

  constructor(database: DataSource) {
    this.pool = new ThreadPool({
      file: compiledFile(import.meta.url, './exchange-thread.js'),
      most: MOST_THREADS,
      workerData: () => ({ databaseUrl: (database.options as { url?: string }).url }),
    });
  }

  /** @throws whatever the work throws there, or as `ThreadPool` */
  async run<Name extends ExchangeTaskName>(
    name: Name,
    task: ExchangeTasks[Name],
  ): Promise<ExchangeResults[Name]> {
    return resultOf(await this.pool.run<TaskEnd<ExchangeResults[Name]>>(name, task));
  }

  /** Requests in hand have been answered by then. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }
}
