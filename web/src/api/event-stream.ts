/** One server-sent event: its type, and its data as JSON. */
export interface StreamedEvent {
  readonly type: string;
  readonly data: unknown;
}

/** The events of a stream of text, each as soon as it is whole. */
export async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const parts = text.split(/\r?\n\r?\n/u);
      text = parts.pop() ?? '';
      for (const part of parts) {
        const event = readEvent(part);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** What stands between two empty lines; null where it carries no data. */
export function readEvent(text: string): StreamedEvent | null {
  const fields = (name: string): string[] =>
    text
      .split(/\r?\n/u)
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /u, ''));
  const data = fields('data').join('\n');
  if (data === '') return null;
  return { type: fields('event')[0] ?? 'message', data: JSON.parse(data) as unknown };
}
