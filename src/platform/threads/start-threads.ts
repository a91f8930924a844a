import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** An idle thread is given up after this many milliseconds, and its memory and connections with it. */
const IDLE_MS = 60_000;

/**
 * Threads that start when they are first asked.
 *
 * @param file compiled JavaScript, see `compiledFile`; its exported functions are what can be asked
 * @param most threads at a time
 * @param workerData what every thread knows from its start
 */
export function startThreads(file: string, most: number, workerData?: unknown): Piscina {
  const threads = new Piscina({
    filename: file,
    workerData,
    minThreads: 0,
    maxThreads: most,
    idleTimeout: IDLE_MS,
    // Sleeping on a shared counter would keep a thread from hearing its own timers, messages and connections.
    atomics: 'disabled',
  });
  // An idle thread that ends took no work with it: another one starts with the next task.
  threads.on('error', () => undefined);
  return threads;
}

/**
 * Where a module's compiled form is: a thread runs JavaScript, also where whoever starts it is run as TypeScript.
 *
 * @param here `import.meta.url` of the caller
 * @param module as it would be imported, such as `./solver-thread.js`
 */
export function compiledFile(here: string, module: string): string {
  const file = fileURLToPath(new URL(module, here));
  return here.endsWith('.ts') ? file.replace(/([\\/])src([\\/])/u, '$1dist$1src$2') : file;
}
