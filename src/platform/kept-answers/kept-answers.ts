import { type DataSource } from 'typeorm';

interface Kept {
  /** What was visible before the answer was worked out: whatever is visible beyond may have changed it. */
  snapshot: string;
  /** The database's clock at that moment, ISO 8601. */
  at: string;
  answer: Promise<string>;
  size: number;
}

/** Characters kept in all; the answers that were asked for the longest ago go first. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/**
 * Answers that take long to work out and are given again while nothing has changed. Every transaction that changes a table
 * leaves its number in `fact_change`; an answer holds as long as each number there was visible before it was worked out. So it
 * is never older than what its reader would see, however late a transaction commits, and whichever process wrote.
 */
export class KeptAnswers {
  /** In the order in which they were asked for last. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param key all that the answer depends on besides the database
   * @param work called where no answer holds; two who ask at once wait for the same one
   */
  async get(key: string, work: () => Promise<string>): Promise<string> {
    const known = this.kept.get(key);
    if (known !== undefined && (await this.holds(known))) {
      this.touch(key, known);
      return known.answer;
    }
    // Whoever looked at the same moment may have begun already.
    const other = this.kept.get(key);
    if (other !== undefined && other !== known) return other.answer;
    return this.begin(key, work);
  }

  private async begin(key: string, work: () => Promise<string>): Promise<string> {
    const moment = this.moment();
    const kept: Kept = { snapshot: '', at: '', size: 0, answer: moment.then(() => work()) };
    // Whoever waits hears of a failure below; here nobody may be waiting yet.
    kept.answer.catch(() => undefined);
    this.touch(key, kept);
    try {
      Object.assign(kept, await moment);
      const answer = await kept.answer;
      kept.size = answer.length;
      this.makeRoom();
      return answer;
    } catch (error) {
      if (this.kept.get(key) === kept) this.kept.delete(key);
      throw error;
    }
  }

  private async moment(): Promise<Pick<Kept, 'snapshot' | 'at'>> {
    const [row] = await this.dataSource.query<Pick<Kept, 'snapshot' | 'at'>[]>(
      'SELECT pg_current_snapshot()::text AS snapshot, now()::text AS at',
    );
    if (row === undefined) throw new Error('The database did not say what is visible.');
    return row;
  }

  /** Numbers of a database that was restored from elsewhere say nothing; none of them is as young as a day. */
  private async holds({ snapshot, at }: Kept): Promise<boolean> {
    // Its moment is not known yet: it is being worked out.
    if (snapshot === '') return true;
    const changes = await this.dataSource.query<unknown[]>(
      `SELECT FROM fact_change
       WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
         AND at > $2::timestamptz - interval '1 day' LIMIT 1`,
      [snapshot, at],
    );
    return changes.length === 0;
  }

  private touch(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
  }

  private makeRoom(): void {
    let size = [...this.kept.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [key, each] of this.kept) {
      if (size <= MOST_CHARACTERS) return;
      size -= each.size;
      this.kept.delete(key);
    }
  }
}
