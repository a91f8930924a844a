import type TestAgent from 'supertest/lib/agent.js';

/** What a request was answered with; nobody has looked at the body yet. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Status and code of a problem. */
export function refusedWith({ status, body }: Answer): [number, unknown] {
  return [status, (body as { code?: unknown }).code];
}

/** Status and code of the problem with which a request is answered. */
export async function refusal(sent: PromiseLike<Answer>): Promise<[number, unknown]> {
  return refusedWith(await sent);
}

/** The ETag that an address gives now, to be sent as If-Match; of nothing there a tag that fits nothing. */
export async function tagOf(api: TestAgent, path: string): Promise<string> {
  const { headers } = (await api.get(path)) as Answer;
  return headers.etag?.startsWith('"') === true ? headers.etag : '"1"';
}
