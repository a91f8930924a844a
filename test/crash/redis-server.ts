import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { unusedPort } from '../support/unused-port.js';

/** A Redis of our own, as production runs it (append-only file, nothing evicted), started again when it dies. */
export class RedisServer {
  private child: ChildProcess | undefined;
  private stopping = false;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @throws Error when there is no `redis-server` on this machine */
  static async start(folder: string): Promise<RedisServer> {
    const server = new RedisServer(folder, await unusedPort());
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  pids(): Promise<number[]> {
    return Promise.resolve(this.child?.pid === undefined ? [] : [this.child.pid]);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined) return;
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  private async run(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--save', ''];
    const child = spawn(
      'redis-server',
      ['--port', String(this.port), '--dir', this.folder, ...settings],
      { stdio: 'ignore' },
    );
    await Promise.race([
      once(child, 'spawn'),
      once(child, 'error').then(() => {
        throw new Error('There is no redis-server here: apt-get install redis-server.');
      }),
    ]);
    this.child = child;
    child.once('exit', () => {
      this.child = undefined;
      if (!this.stopping) void pause(500).then(() => (this.stopping ? undefined : this.run()));
    });
  }
}
