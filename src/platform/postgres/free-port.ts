import { createServer } from 'node:net';
import { once } from 'node:events';
import { errorCode } from '../error-code.js';

/** Whether this TCP port of the host can be listened on now; another process may still take it a moment later. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen({ port, host, exclusive: true });
    await once(probe, 'listening');
    return true;
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES') return false;
    throw error;
  } finally {
    probe.close();
  }
}

/** `preferred` when it is free, else the next free one of the following hundred, else whatever the system gives. */
export async function freePort(preferred: number, host: string): Promise<number> {
  const last = Math.min(preferred + 100, 65_535);
  for (let port = preferred; port <= last; port++) {
    if (await isPortFree(port, host)) return port;
  }
  const probe = createServer();
  probe.listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free TCP port found.');
  return address.port;
}
