import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { termFreezer, type TermFreezer } from '../runs/term-freezer.js';
import { SolverPool } from '../solving/solver-pool.js';
import { type PreflightView } from './preflight.schema.js';
import { preflightView } from './preflight-view.js';

/** What stands in the way of a term, before any run. */
@Injectable()
export class Preflights implements OnModuleDestroy {
  /** Apart from the explanations, which can keep a thread busy for long. */
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();

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
    const { problem, context } = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      this.freezeTerm(manager, termId, { policy: undefined, today: this.clock.today() }),
    );
    const bytes = Buffer.from(writeProblem(problem), 'utf8');
    const found = await this.solver.preflight(bytes, { signal: this.stop.signal });
    return preflightView(problem, found, context);
  }
}
