import { type Logger } from './logging.js';

/** What a running process must close before it ends. */
export interface RunningPart {
  /** Address people open, if it serves one. */
  readonly url?: string;
  close(): Promise<void>;
}

/** What a child process tells the launcher. */
export interface ReadyMessage {
  readonly kind: 'ready';
  readonly url?: string;
}

/** Longest time a stop may take; the launcher and containers wait a little longer before they end the process. */
const stopWithinMs = 20_000;

/**
 * Lives until asked to stop: by SIGTERM, by SIGINT unless a launcher started it, or by that launcher's end. Closes in
 * order and ends the process: 0 after a stop, 1 when it could not start or not stop in time.
 */
export async function liveUntilStopped(
  logger: Logger,
  start: () => Promise<RunningPart>,
): Promise<void> {
  let stopping: Promise<never> | undefined;
  const started = start();
  const stop = (why: string): void => {
    stopping ??= closeAndEnd(logger, started, why);
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  // Ctrl-C in a terminal reaches every process at once: those that a launcher started leave it to the launcher, which
  // stops them in order.
  const hasLauncher = process.send !== undefined;
  process.on('SIGINT', () => (hasLauncher ? undefined : stop('SIGINT')));
  process.once('disconnect', () => stop('the launcher ended'));
  try {
    const { url } = await started;
    logger.info({ pid: process.pid }, 'ready');
    process.send?.({ kind: 'ready', ...(url === undefined ? {} : { url }) } satisfies ReadyMessage);
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

async function closeAndEnd(
  logger: Logger,
  started: Promise<RunningPart>,
  why: string,
): Promise<never> {
  logger.info({ why }, 'stopping');
  setTimeout(() => {
    logger.error(`not stopped within ${stopWithinMs} ms: ending`);
    process.exit(1);
  }, stopWithinMs).unref();
  try {
    await (await started).close();
  } catch (error) {
    logger.error({ err: error }, 'stopped with an error');
    process.exit(1);
  }
  logger.info('stopped');
  process.exit(0);
}
