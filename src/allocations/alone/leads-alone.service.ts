import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { addDays, weeksOverlapping } from '../../calendar/civil-date.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { termFreezer, type TermFreezer } from '../runs/term-freezer.js';
import { SolverPool } from '../solving/solver-pool.js';
import { confirmMost, type Most, storeMost } from './stored-most.js';

/** What each person of a term could lead at most if nobody else were there: found in a thread, and stored. */
@Injectable()
export class LeadsAlone implements OnModuleDestroy {
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(termFreezer) private readonly freezeTerm: TermFreezer,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(
      new Refusal('UNAVAILABLE', 'The service is stopping. Ask again once it is back.', 503),
    );
    await this.solver.close();
  }

  /**
   * Looks at a term again as the registers stand, and stores what was found where it is not what is known already.
   * The whole term is looked at, also once it has begun: as it was on the eve of its first week. A term whose availability was
   * not asked for is left alone; of one that has no reviews nobody's most is stored: nothing can be said of either.
   *
   * @throws Refusal when the term cannot be frozen
   */
  async refresh(termId: string): Promise<void> {
    const known = this.running.get(termId) ?? this.lookAgain(termId);
    this.running.set(termId, known);
    try {
      await known;
    } finally {
      this.running.delete(termId);
    }
  }

  private async lookAgain(termId: string): Promise<void> {
    const read = await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const term = await termById(manager, termId);
      const [now] = await manager.query<{ since: string; asked: boolean }[]>(
        `SELECT now()::text AS since,
                EXISTS (SELECT 1 FROM availability_round WHERE term_id = $1) AS asked`,
        [termId],
      );
      if (now?.asked !== true) return null;
      const [first = term.startsOn] = weeksOverlapping({ from: term.startsOn, to: term.endsOn });
      const [today, eve] = [this.clock.today(), addDays(first, -1)];
      const frozen = await this.freezeTerm(manager, termId, {
        policy: undefined,
        today: today < eve ? today : eve,
      });
      return { ...frozen, since: now.since };
    });
    if (read === null) return;
    const bytes = Buffer.from(writeProblem(read.problem), 'utf8');
    const problemSha256 = sha256(bytes);
    const { manager } = this.dataSource;
    if (await confirmMost(manager, { termId, problemSha256, since: read.since })) return;
    const most = read.problem.reviews.length === 0 ? null : await this.mostOf(bytes);
    await storeMost(manager, { termId, problemSha256, most });
  }

  private async mostOf(problem: Uint8Array): Promise<Record<string, Most>> {
    const found = await this.solver.mostAlone(problem, { signal: this.stop.signal });
    return Object.fromEntries(
      found.map(({ lead, byAvailability, byAllRules }) => [lead, [byAvailability, byAllRules]]),
    );
  }
}
