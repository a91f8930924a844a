import { type BeforeApplicationShutdown, Injectable, type MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { RunChanges } from './run-changes.js';
import { hasEnded } from './run-state.js';
import { Runs } from './runs.service.js';

/** Between two events at most, milliseconds: shorter than the patience of proxies. */
const LONGEST_SILENCE_MS = 5000;

/**
 * The course of a run as server-sent events, from whichever process solves it. Each event is the whole
 * run as it stands, with its revision as the event's id: who reconnects with the last id they saw gets
 * what changed since, and nothing twice.
 */
@Injectable()
export class RunEvents implements BeforeApplicationShutdown {
  private readonly stop = new AbortController();

  constructor(
    private readonly runs: Runs,
    private readonly changes: RunChanges,
  ) {}

  /**
   * Events `run` as it changes, `heartbeat` when nothing did for a while, and last `ended`; then the
   * stream completes.
   *
   * @param lastSeen the id of the event that the listener saw last, if any; one we never gave counts as none
   * @returns a stream that breaks off with a Refusal when there is no such run
   */
  follow(id: string, lastSeen: string | undefined): Observable<MessageEvent> {
    return new Observable((listener) => {
      const leave = new AbortController();
      const until = AbortSignal.any([leave.signal, this.stop.signal]);
      this.tell(listener, id, /^\d{1,9}$/.test(lastSeen ?? '') ? Number(lastSeen) : 0, until).then(
        () => listener.complete(),
        (error: unknown) => listener.error(error),
      );
      return () => leave.abort();
    });
  }

  beforeApplicationShutdown(): void {
    this.stop.abort();
  }

  private async tell(
    listener: Subscriber<MessageEvent>,
    id: string,
    lastSeen: number,
    until: AbortSignal,
  ): Promise<void> {
    let seen = lastSeen;
    while (!until.aborted) {
      // Watched before it is read: a change in between is not missed.
      const change = this.nextChange(id, until);
      const run = await this.runs.get(id);
      const type = hasEnded(run.state) ? 'ended' : 'run';
      if (run.revision > seen || type === 'ended') {
        listener.next({ id: String(run.revision), type, data: run });
      } else {
        listener.next({ type: 'heartbeat', data: '' });
      }
      if (type === 'ended') return;
      seen = run.revision;
      await change;
    }
  }

  private nextChange(id: string, until: AbortSignal): Promise<void> {
    return new Promise((changed) => {
      const done = (): void => {
        clearTimeout(timer);
        stopWatching();
        until.removeEventListener('abort', done);
        changed();
      };
      const timer = setTimeout(done, LONGEST_SILENCE_MS);
      const stopWatching = this.changes.watch(id, done);
      until.addEventListener('abort', done);
    });
  }
}
