import type request from 'supertest';

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
export async function refusal(sent: request.Test): Promise<[number, unknown]> {
  return refusedWith(await sent);
}
