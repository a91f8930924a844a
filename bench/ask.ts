/**
 * Asks a service.
 *
 * @param body sent as JSON; undefined: it is only asked for
 * @returns undefined where it answers with nothing
 * @throws Error with what the service says where it refuses
 */
export async function ask<Body>(baseUrl: string, path: string, body?: object): Promise<Body> {
  const sent = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const answer = await fetch(`${baseUrl}/api/v1${path}`, sent);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}
