/** The partnership of ten years in a built-in database of its own, and the service on it. */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freezeYear } from '../../src/allocations/year/freeze-year.js';
import { migrate, openDatabase } from '../../src/platform/database.js';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres.js';
import { untilReady } from '../../test/support/until-ready.js';
import { unusedPort } from '../../test/support/unused-port.js';
import { fillTenYears, THIS_YEAR, TODAY } from './fill.js';
import { keepStudies } from './studies.js';

const READY_WITHIN_MS = 120_000;

export interface TenYears {
  databaseUrl: string;
  baseUrl: string;
}

/**
 * @param keep the folder that the database is kept in, and taken from; undefined: it is made, and removed at the end
 * @param environment of the service, beside its own
 */
export async function withTenYears<T>(
  { keep, environment }: { keep: string | undefined; environment: Record<string, string> },
  work: (service: TenYears) => Promise<T>,
): Promise<T> {
  const folder = keep ?? (await mkdtemp(path.join(tmpdir(), 'qar-ten-years-')));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  try {
    await fill(postgres.url);
    return await served(postgres.url, environment, work);
  } finally {
    await postgres.stop();
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function fill(url: string): Promise<void> {
  const begun = performance.now();
  await migrate(url);
  const database = await openDatabase({ url, poolSize: 2, entities: [] });
  try {
    const known = await database.query<unknown[]>('SELECT FROM school LIMIT 1');
    if (known.length > 0) return;
    const rows = await fillTenYears(database);
    const frozen = await database.transaction('REPEATABLE READ', (manager) =>
      freezeYear(manager, THIS_YEAR, TODAY),
    );
    await keepStudies(database, frozen);
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(`Filled in ${seconds} s: ${rows.map(([table, n]) => `${n} ${table}`).join(', ')}.`);
  } finally {
    await database.destroy();
  }
}

async function served<T>(
  databaseUrl: string,
  environment: Record<string, string>,
  work: (service: TenYears) => Promise<T>,
): Promise<T> {
  const port = await unusedPort();
  const service = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../src/launcher.js', import.meta.url))],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        QAR_TODAY: TODAY,
        LOG_LEVEL: 'error',
        ...environment,
      },
    },
  );
  try {
    const baseUrl = `http://localhost:${port}`;
    await untilReady(baseUrl, service, READY_WITHIN_MS);
    return await work({ databaseUrl, baseUrl });
  } finally {
    if (service.exitCode === null && service.kill('SIGTERM')) await once(service, 'exit');
  }
}
