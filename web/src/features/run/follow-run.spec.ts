import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../api/runs';
import { type Connection, type EventStream, followRun } from './follow-run';

function run(revision: number, state: Run['state'] = 'SOLVING'): Run {
  return { revision, state } as Run;
}

function setUp(answers: (Run | Error)[] = []) {
  const listeners = new Map<string, (event: { data?: unknown }) => void>();
  const seen: number[] = [];
  const connections: Connection[] = [];
  const stream = {
    readyState: 1,
    isClosed: false,
    addEventListener: (type: string, listener: (event: { data?: unknown }) => void) =>
      void listeners.set(type, listener),
    close: () => void (stream.isClosed = true),
  };
  let call: (() => void) | undefined;
  const stop = followRun({
    open: (): EventStream => stream,
    ask: () => {
      const answer = answers.shift();
      return answer instanceof Error || answer === undefined
        ? Promise.reject(answer ?? new Error('nothing'))
        : Promise.resolve(answer);
    },
    onRun: ({ revision }) => void seen.push(revision),
    onConnection: (connection) => void connections.push(connection),
    later: (then) => {
      call = then;
      return () => (call = undefined);
    },
  });
  const emit = (type: string, data?: Run) =>
    listeners.get(type)?.({ data: data === undefined ? '' : JSON.stringify(data) });
  /** Lets the time pass after which it is asked, and the answer come. */
  const ring = async () => {
    const ringing = call;
    call = undefined;
    ringing?.();
    await new Promise((done) => setTimeout(done, 0));
  };
  return { stream, seen, connections, emit, ring, stop, waits: () => call !== undefined };
}

describe('following a run', () => {
  it('takes each event, nothing older, and closes at the end', () => {
    const { seen, emit, stream, connections } = setUp();
    emit('run', run(3));
    emit('heartbeat');
    emit('run', run(2));
    emit('ended', run(7, 'SOLVED'));
    emit('run', run(8));
    expect(seen).toEqual([3, 7]);
    expect(stream.isClosed).toBe(true);
    expect(connections).toEqual([]);
  });

  it('asks while the stream is broken, and goes on with it when it is back', async () => {
    const { seen, emit, ring, connections, waits } = setUp([run(4), run(5)]);
    emit('run', run(3));
    emit('error');
    emit('error');
    expect(connections).toEqual(['ASKING']);
    await ring();
    expect(seen).toEqual([3, 4]);
    await ring();
    expect(seen).toEqual([3, 4, 5]);
    emit('heartbeat');
    expect(connections).toEqual(['ASKING', 'LIVE']);
    expect(waits()).toBe(false);
  });

  it('asks on although an answer fails, until the run has ended', async () => {
    const { seen, emit, ring, stream, waits } = setUp([new Error('offline'), run(9, 'FAILED')]);
    stream.readyState = 2;
    emit('error');
    await ring();
    expect(waits()).toBe(true);
    await ring();
    expect(seen).toEqual([9]);
    expect(waits()).toBe(false);
  });

  it('hears nothing after it was stopped', async () => {
    const { seen, emit, ring, stop } = setUp([run(4)]);
    emit('error');
    stop();
    await ring();
    emit('run', run(5));
    expect(seen).toEqual([]);
  });
});
