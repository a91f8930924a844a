import { fileURLToPath } from 'node:url';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';
import { DataSource } from 'typeorm';
import {
  type ImportResults,
  type ImportTaskName,
  type ImportTasks,
  resultOf,
  type TaskEnd,
} from './import-task.js';

/** Two people may import at once; a third waits for one of them. */
const MOST_THREADS = 2;

/** An idle thread is given up after this many milliseconds, and its memory and connections with it. */
const IDLE_MS = 60_000;

/** Works at imports beside the thread that answers requests. */
@Injectable()
export class ImportThreads implements OnModuleDestroy {
  private pool: Piscina | undefined;

  constructor(private readonly database: DataSource) {}

  /** @throws whatever the work throws there */
  async run<Name extends ImportTaskName>(
    name: Name,
    task: ImportTasks[Name],
  ): Promise<ImportResults[Name]> {
    this.pool ??= this.start();
    const end = (await this.pool.run(task, { name })) as TaskEnd<ImportResults[Name]>;
    return resultOf(end);
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.destroy();
  }

  private start(): Piscina {
    const { url } = this.database.options as { url?: string };
    return new Piscina({
      filename: threadFile(),
      workerData: { databaseUrl: url },
      minThreads: 0,
      maxThreads: MOST_THREADS,
      idleTimeout: IDLE_MS,
      // Sleeping on a shared counter would keep the thread from hearing its own connections.
      atomics: 'disabled',
    });
  }
}

/** A thread runs compiled JavaScript, also where this file itself is run as TypeScript. */
function threadFile(): string {
  const here = import.meta.url;
  const compiled = here.endsWith('.ts')
    ? new URL('../../../dist/src/exchange/imports/import-thread.js', here)
    : new URL('./import-thread.js', here);
  return fileURLToPath(compiled);
}
