/** The service as `npm run demo` starts it, with the sample partnership allocated, on a built-in database of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface DemoService {
  /** Where it is served, once the demonstration is over. Rejects when it ends before, or takes over five minutes. */
  readonly url: Promise<string>;
  /** Ends it and takes its folder away. */
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 300_000;
const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));

/** A new folder for `startDemo`. */
export async function demoFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qar-demo-'));
  // PostgreSQL has an account of its own where this is run as root.
  await chmod(folder, 0o755);
  return folder;
}

/** @param environment variables beside those of this process */
export function startDemo(folder: string, environment: Record<string, string> = {}): DemoService {
  const service = spawn(process.execPath, [cli, 'demo'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, QAR_DATA_DIR: path.join(folder, 'data'), ...environment },
  });
  return {
    url: addressOf(service),
    stop: async () => {
      if (service.exitCode === null && service.kill('SIGTERM')) await once(service, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(service: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    service.stdout?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      said += text;
      // Faults are logged there.
      if (text.includes('"level":50')) process.stderr.write(chunk);
      const url = /^Open (http:\S+)/m.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    service.once('exit', () => reject(new Error(`The service ended.\n${said.slice(-2000)}`)));
    setTimeout(
      () => reject(new Error(`No start.\n${said.slice(-2000)}`)),
      STARTS_WITHIN_MS,
    ).unref();
  });
}
