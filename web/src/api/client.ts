import createClient, { type Middleware } from 'openapi-fetch';
import { authorName } from './author';
import { ProblemError, type Problem } from './problem-error';
import type { paths } from './schema';

/** Who is at the screen goes with every request: changes are recorded under that name. */
const withAuthor: Middleware = {
  onRequest({ request }) {
    const name = authorName();
    if (name !== undefined) request.headers.set('Qar-Author', encodeURIComponent(name));
    return request;
  },
};

/** The API, typed by its description. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(withAuthor);

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. @throws ProblemError with the server's words when it refuses */
export async function answerOf<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new ProblemError(isProblem(error) ? error : unknownProblem(response));
}

/** A file that the server made, with the name that it is saved under. */
export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * The file that an answer brings; ask with `parseAs: 'blob'`.
 *
 * @param name where the server names none
 * @throws ProblemError with the server's words when it refuses
 */
export async function fileOf(answer: Promise<Answer<Blob>>, name: string): Promise<NamedFile> {
  const content = await answerOf(answer);
  const given = (await answer).response.headers.get('Content-Disposition');
  return { name: /filename="([^"]+)"/.exec(given ?? '')?.[1] ?? name, content };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'detail' in error && 'status' in error;
}

function unknownProblem(response: Response): Problem {
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: 'The server gave an answer that we do not understand. Try again in a minute.',
    instance: new URL(response.url).pathname,
    code: 'UNKNOWN_ANSWER',
    correlationId: response.headers.get('X-Request-Id') ?? 'none',
  };
}
