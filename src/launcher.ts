import { fixedTodayInWords } from './cli/say-today.js';
import { launch, type Launched } from './platform/launch/launch.js';
import { openDatabase } from './platform/database.js';
import { configurationOrEnd } from './platform/process-configuration.js';
import { loadReferenceData } from './schools/reference-data.js';

const configuration = configurationOrEnd();
const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const asked = new AbortController();
const isAsked = new Promise<void>((resolve) =>
  asked.signal.addEventListener('abort', () => resolve()),
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => asked.abort());

let launched: Launched | undefined;
try {
  launched = await launch({ configuration, log: say, signal: asked.signal });
  await prepareDatabase(launched.databaseUrl);
  asked.signal.throwIfAborted();
  say(
    `Ready on ${launched.webUrl ?? ''} (only from this machine, as nobody has to sign in yet). Ctrl-C stops it.`,
  );
  await Promise.race([isAsked, launched.givenUp]);
  say('Stopping.');
} catch (error) {
  if (asked.signal.aborted) say('Stopping.');
  else fail(error);
}
await launched?.stop();

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Regions, authorities, term dates and the like: a new installation cannot do without them. */
async function prepareDatabase(url: string): Promise<void> {
  const dataSource = await openDatabase({ url, poolSize: 1, applicationName: 'qar-launcher' });
  try {
    await loadReferenceData(dataSource);
    const today = await fixedTodayInWords(configuration, dataSource);
    if (today !== undefined) say(today);
  } finally {
    await dataSource.destroy();
  }
}
