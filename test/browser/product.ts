/**
 * The whole product as its users have it, with the sample partnership and a finished allocation of spring 2027: launcher,
 * web and worker as processes of their own, on a database of the test file's own. Needs `npm run build`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, templateDatabase, testServerUrl } from '../support/database.js';
import { untilReady } from '../support/until-ready.js';
import { unusedPort } from '../support/unused-port.js';

export interface Product {
  /** Where people open it. */
  readonly url: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');
const startWithinMs = 120_000;

/**
 * @param contents with the sample and its allocation, or a database that holds nothing yet
 * @param today the day that stands for today; the sample brings its own
 */
export async function startProduct(
  contents: 'SAMPLE' | 'NOTHING' = 'SAMPLE',
  today?: string,
): Promise<Product> {
  const template =
    contents === 'SAMPLE'
      ? { template: await templateDatabase(await testServerUrl(), 'template_sample', loadSample) }
      : {};
  const database = await createTestDatabase(template);
  await database.dataSource.destroy();
  const port = await unusedPort();
  const child = start(['dist/src/launcher.js'], root, {
    DATABASE_URL: database.url,
    PORT: String(port),
    ...(today === undefined ? {} : { QAR_TODAY: today }),
  });
  const url = `http://localhost:${port}`;
  try {
    await untilReady(url, child, startWithinMs);
  } catch (error) {
    await end(child);
    await database.drop();
    throw error;
  }
  return {
    url,
    databaseUrl: database.url,
    stop: async () => {
      await end(child);
      await database.drop();
    },
  };
}

/** What `npm run demo` does, whose spreadsheets nobody wants here. */
async function loadSample(databaseUrl: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qar-browser-'));
  const child = start([path.join(root, 'dist/src/cli.js'), 'demo', '--exit'], folder, {
    DATABASE_URL: databaseUrl,
    PORT: String(await unusedPort()),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The sample could not be loaded; see above (exit code ${code}).`);
}

function start(command: string[], cwd: string, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, command, {
    cwd,
    // Jest's own options for Node do not concern the product.
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
