import { describe, expect, it } from '@jest/globals';
import { eventsOf, readEvent, type StreamedEvent } from './event-stream';

describe('a stream of events', () => {
  it('reads type and data', () => {
    expect(readEvent('event: candidate\ndata: {"lead":"LR-1"}')).toEqual({
      type: 'candidate',
      data: { lead: 'LR-1' },
    });
    expect(readEvent('data: 1\r\nid: 7')).toEqual({ type: 'message', data: 1 });
  });

  it('passes over what only keeps the connection alive', () => {
    expect(readEvent('event: heartbeat\ndata: ')).toBeNull();
    expect(readEvent(': nothing')).toBeNull();
  });

  it('gives each event as soon as it is whole, however it was cut', async () => {
    const bytes = new TextEncoder().encode('event: a\ndata: "é"\n\nevent: b\ndata: 2\n\nevent: c');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < bytes.length; i += 5) controller.enqueue(bytes.slice(i, i + 5));
        controller.close();
      },
    });
    const events: StreamedEvent[] = [];
    for await (const event of eventsOf(stream)) events.push(event);
    expect(events).toEqual([
      { type: 'a', data: 'é' },
      { type: 'b', data: 2 },
    ]);
  });
});
