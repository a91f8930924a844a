/** A term in small registers and the newest plan beside them, from which its home is told. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import {
  type AttentionKind,
  type AttentionLine,
} from '../../src/allocations/home/attention/attention-line.js';
import { attentionLines } from '../../src/allocations/home/attention.js';
import {
  type HomeFacts,
  homeNames,
  type PlannedTerm,
} from '../../src/allocations/home/home-facts.js';
import { loadHome } from '../../src/allocations/home/load-home.js';
import { StoredPlan } from '../../src/allocations/plans/plan.entity.js';
import { type RunView } from '../../src/allocations/runs/run.schema.js';
import { PLAN_FORMAT } from '../../src/solver/plan.js';
import { preflight } from '../../src/solver/preflight/preflight.js';
import { type SeatRow } from '../../src/solver/problem.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import {
  JANUARY_11,
  JANUARY_18,
  JANUARY_25,
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from './small-registers.js';

export const TODAY = '2026-12-21';
export const PLAN = '11111111-1111-4111-8111-111111111111';

export type Frozen = PlannedTerm & { context: HomeFacts['context'] };

export const row = (review: string, lead: string | null, week: string, more = {}): SeatRow => ({
  review,
  lead,
  week: lead === null ? null : week,
  window: lead === null ? null : 'MON_WED',
  qualityAssurer: null,
  shadow: null,
  ...more,
});
export const allLed = [row('QAR-1', 'LR-A', JANUARY_11), row('QAR-2', 'LR-B', JANUARY_18)];

/** Each leads one; both targets are the whole of their year’s commitment, so they are under it. */
export const USUAL: AttentionKind[] = ['UNDER_TARGET'];

export interface HomeScene {
  readonly registers: SmallRegisters;
  /** For what the registers have no words for. */
  query: (sql: string, parameters?: unknown[]) => Promise<unknown>;
  facts: (
    plan?: PlannedTerm | null,
    more?: { today?: string; run?: RunView | null },
  ) => Promise<HomeFacts>;
  /** A plan made of the registers as they stand. */
  planned: (reviews?: SeatRow[]) => Promise<Frozen>;
  lines: (...given: Parameters<HomeScene['facts']>) => Promise<AttentionLine[]>;
  kinds: (...given: Parameters<HomeScene['facts']>) => Promise<AttentionKind[]>;
  /** The only line of its kind. */
  lineOf: (kind: AttentionKind, ...given: Parameters<HomeScene['facts']>) => Promise<AttentionLine>;
}

/** In every test of the file: the same registers, in which all is well; what a test writes is rolled back. */
export function homeScene(): HomeScene {
  let database: TestDatabase;
  let runner: QueryRunner;
  let registers: SmallRegisters;

  beforeAll(async () => {
    database = await createTestDatabase();
    await loadSmallReference(database.dataSource.manager);
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    runner = database.dataSource.createQueryRunner();
    await runner.startTransaction();
    registers = new SmallRegisters(runner.manager);
    await registers.school('100001', 'Vale School');
    await registers.school('100002', 'Moor School', { region: 'North East' });
    await registers.review('QAR-1', '100001', [
      { week: JANUARY_11, window: 'MON_WED', grade: 'PREFERRED' },
      { week: JANUARY_25, window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ]);
    await registers.review('QAR-2', '100002', [
      { week: JANUARY_18, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    await registers.lead('LR-A', 'Ann Skylark');
    await registers.lead('LR-B', 'Ben Linnet');
  });
  afterEach(async () => {
    await runner.rollbackTransaction();
    await runner.release();
  });

  async function facts(
    plan: PlannedTerm | null = null,
    { today = TODAY, run = null }: { today?: string; run?: RunView | null } = {},
  ): Promise<HomeFacts> {
    const loaded = await loadHome(runner.manager, SPRING, today);
    const before = plan === null ? {} : (plan as Frozen).context;
    const names = homeNames(loaded, before);
    return { ...loaded, names, preflight: preflight(loaded.problem), plan, run };
  }

  /** A plan made of the registers as they stand. */
  async function planned(reviews: SeatRow[] = allLed): Promise<Frozen> {
    const { problem, context } = await loadHome(runner.manager, SPRING, TODAY);
    const content = {
      format: PLAN_FORMAT,
      problem: 'a'.repeat(64),
      status: 'OPTIMAL' as const,
      aims: [],
      reviews,
      conflict: [],
    };
    const stored = Object.assign(new StoredPlan(), { id: PLAN, version: 1, content });
    return { stored, frozen: problem, asOf: TODAY, context };
  }

  async function lines(...given: Parameters<typeof facts>): Promise<AttentionLine[]> {
    return attentionLines(await facts(...given));
  }

  async function kinds(...given: Parameters<typeof facts>): Promise<AttentionKind[]> {
    return (await lines(...given)).map(({ kind }) => kind);
  }

  async function lineOf(
    kind: AttentionKind,
    ...given: Parameters<typeof facts>
  ): Promise<AttentionLine> {
    const found = (await lines(...given)).filter((line) => line.kind === kind);
    expect(found).toHaveLength(1);
    return found[0]!;
  }

  return {
    get registers() {
      return registers;
    },
    query: (sql, parameters) => runner.query(sql, parameters),
    facts,
    planned,
    lines,
    kinds,
    lineOf,
  };
}
