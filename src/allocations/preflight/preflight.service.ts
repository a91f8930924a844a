import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { type Preflight } from '../../solver/preflight/preflight.js';
import { type Problem } from '../../solver/problem.js';
import { termFreezer, type TermFreezer } from '../runs/term-freezer.js';
import { SolverPool } from '../solving/solver-pool.js';
import { type PreflightView } from './preflight.schema.js';
import { preflightView } from './preflight-view.js';

/** Findings of so many problems are kept: the terms that people look at, as they stand. */
const KEPT = 4;

/** What stands in the way of a term, before any run. */
@Injectable()
export class Preflights implements OnModuleDestroy {
  /** Apart from the explanations, which can keep a thread busy for long. */
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  private readonly kept = new Map<string, Promise<Preflight>>();

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
   * Freezes the term's problem as a run would, looks at it, and keeps nothing.
   *
   * @throws Refusal when the term cannot be frozen
   */
  async ofTerm(termId: string): Promise<PreflightView> {
    const { problem, context, needs } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (manager) => ({
        ...(await this.freezeTerm(manager, termId, {
          policy: undefined,
          today: this.clock.today(),
        })),
        needs: await manager.query<{ code: string; name: string }[]>('SELECT code, name FROM need'),
      }),
    );
    const needNames = new Map(needs.map(({ code, name }) => [code, name]));
    return preflightView(problem, await this.findings(problem), context, needNames);
  }

  /** What can be known of a problem before it is solved; the same problem is looked at once. */
  async findings(problem: Problem): Promise<Preflight> {
    const bytes = Buffer.from(writeProblem(problem), 'utf8');
    const key = sha256(bytes);
    const known = this.kept.get(key) ?? this.solver.preflight(bytes, { signal: this.stop.signal });
    // The one asked for last is dropped last.
    this.kept.delete(key);
    this.kept.set(key, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    try {
      return await known;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }
}
