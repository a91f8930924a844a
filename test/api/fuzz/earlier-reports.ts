/** Reports asked at some moments while others change the records, and asked again afterwards as known at each of these moments. */
import fc from 'fast-check';
import { type DataSource } from 'typeorm';
import { type Route } from '../described-routes.js';
import { exchange } from './exchange.js';
import { type FuzzedRequest, type RequestMaker } from './requests.js';

interface Seen {
  path: string;
  /** ISO 8601. */
  knownAt: string;
  answer: string;
}

export class EarlierReports {
  private readonly addresses: string[];
  private readonly seen: Seen[] = [];

  constructor(
    private readonly port: number,
    private readonly dataSource: DataSource,
    routes: readonly Route[],
    requests: RequestMaker,
  ) {
    this.addresses = routes.filter(isReport).flatMap((route) => {
      const made = fc.sample(requests.for(route), { numRuns: 8, seed: 1 });
      return [...new Set(made.map(withoutMoment))];
    });
  }

  /** Asks every report as it stands. */
  async look(): Promise<void> {
    const [row] = await this.dataSource.query<{ at: string }[]>(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`,
    );
    const knownAt = row?.at ?? '';
    for (const path of this.addresses) {
      const answer = await this.ask(path);
      if (answer !== null) this.seen.push({ path, knownAt, answer });
    }
  }

  /** Which routes were looked at with success, by address without its query. */
  get routes(): Set<string> {
    return new Set(this.seen.map(({ path }) => path.replace(/\?.*$/u, '')));
  }

  /** What is told otherwise now of the very moment; empty: nothing. */
  async faults(): Promise<{ path: string; was: unknown; is: unknown }[]> {
    const faults = [];
    for (const { path, knownAt, answer } of this.seen) {
      const mark = path.includes('?') ? '&' : '?';
      const now = await this.ask(`${path}${mark}knownAt=${encodeURIComponent(knownAt)}`);
      const [was, is] = [comparable(answer), comparable(now)];
      if (was !== is) faults.push({ path, was, is });
    }
    return faults;
  }

  private async ask(path: string): Promise<string | null> {
    const plain = { headers: {}, body: undefined, tagOf: undefined, followsAt: undefined };
    const asked: FuzzedRequest = { ...plain, method: 'GET', path, twice: false };
    const { status, bytes } = await exchange(this.port, asked);
    return status === 200 ? bytes.toString('utf8') : null;
  }
}

function isReport({ method, path, parameters }: Route): boolean {
  return (
    method === 'get' &&
    !path.includes('/files/') &&
    parameters.some(({ name }) => name === 'knownAt')
  );
}

function withoutMoment({ path }: FuzzedRequest): string {
  const [address = '', query] = path.split('?');
  const kept = (query ?? '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('knownAt'));
  return kept.length === 0 ? address : `${address}?${kept.join('&')}`;
}

/** What is said of today's facts and of what is under way, and the moment itself, are no part of an earlier report. */
const OF_TODAY = new Set(['isStale', 'isNow', 'underWay', 'failure', 'knownAt', 'search']);

function comparable(answer: string | null): string | null {
  if (answer === null) return null;
  const told: unknown = JSON.parse(answer, (key, value: unknown) =>
    OF_TODAY.has(key) ? undefined : value,
  );
  return JSON.stringify(told);
}
