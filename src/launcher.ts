import { launch, type Launched } from './platform/launch/launch.js';
import { configurationOrEnd } from './platform/process-configuration.js';

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
  const starting = launch({ configuration, log: say });
  launched = await starting;
  if (!asked.signal.aborted) {
    say(
      `Ready on ${launched.webUrl ?? ''} (only from this machine, as nobody has to sign in yet). Ctrl-C stops it.`,
    );
  }
  await Promise.race([isAsked, launched.givenUp]);
  say('Stopping.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
await launched?.stop();
