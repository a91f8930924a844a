import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** An idle thread is given up after this many milliseconds, and its memory with it. */
const IDLE_MILLISECONDS = 60_000;

/** One solver's thread, which starts when it is first asked. */
export function startPool(): Piscina {
  return new Piscina({
    filename: threadFile(),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MILLISECONDS,
    // Sleeping on a shared counter would keep the thread from hearing its own timers and messages.
    atomics: 'disabled',
  });
}

/** A thread runs compiled JavaScript, also where this file itself is run as TypeScript. */
function threadFile(): string {
  const here = import.meta.url;
  const compiled = here.endsWith('.ts')
    ? new URL('../../../dist/src/allocations/solving/solver-thread.js', here)
    : new URL('./solver-thread.js', here);
  return fileURLToPath(compiled);
}
