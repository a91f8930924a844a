import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that the system gives out, so that nobody who looks for a usual one takes it meanwhile. */
export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
