/** Sends a request exactly as it is made: odd paths and bodies too, which better clients would put right. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { type FuzzedRequest } from './requests.js';

export interface Answer {
  readonly status: number;
  /** Without parameters. */
  readonly type: string;
  readonly etag: string | undefined;
  readonly bytes: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

export const closeConnections = (): void => agent.destroy();

export async function exchange(port: number, asked: FuzzedRequest): Promise<Answer> {
  const { method, path, body } = asked;
  const headers = { ...asked.headers };
  if (asked.tagOf !== undefined) {
    const { etag } = await exchange(port, {
      ...asked,
      method: 'GET',
      path: asked.tagOf,
      headers: {},
      body: undefined,
      tagOf: undefined,
    });
    if (etag !== undefined) headers['if-match'] = etag;
  }
  return new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      void read(response).then(done, failed);
    });
    sent.on('error', failed);
    sent.end(body ?? undefined);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const type = response.headers['content-type']?.split(';')[0] ?? '';
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    // A stream of events may never end: its first event is enough.
    if (type === 'text/event-stream') break;
  }
  return {
    status: response.statusCode ?? 0,
    type,
    etag: response.headers.etag,
    bytes: Buffer.concat(chunks),
  };
}
