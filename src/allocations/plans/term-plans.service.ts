import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { minuteInWords } from '../../calendar/words.js';
import { type PlanStatus } from '../../solver/plan.js';
import { type TermPlanList } from './plan.schema.js';

interface TermPlanRow {
  id: string;
  line: string;
  runId: string | null;
  version: number;
  status: PlanStatus;
  author: string;
  note: string | null;
  createdAt: Date;
  beganAt: Date;
  /** Of the run that the plan goes back to; null: it was begun by hand. */
  policy: string | null;
  isNewest: boolean;
  covered: number;
  reviews: number;
}

/** Choosing among the plans of a term. */
@Injectable()
export class TermPlans {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest 200. @throws Refusal when there is no such term */
  async ofTerm(termId: string): Promise<TermPlanList> {
    const { manager } = this.dataSource;
    await termById(manager, termId);
    const rows: TermPlanRow[] = await manager.query(plansOfTerm, [termId]);
    return {
      items: rows.map(({ beganAt, policy, createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        name: `${lineInWords(beganAt, policy)}, version ${row.version}`,
      })),
    };
  }
}

/** "Run of 21 December 2026, 09:30 (Standard)": runs of one minute mostly differ by their policy. */
function lineInWords(beganAt: Date, policy: string | null): string {
  const began = minuteInWords(beganAt);
  return policy === null ? `Plan by hand of ${began}` : `Run of ${began} (${policy})`;
}

/** Each version goes on from its parent, so a plan's line is found from its first version. */
const plansOfTerm = `
  WITH RECURSIVE line AS (
    SELECT plan.id, plan.id AS line, run.policy_name AS policy, plan.created_at AS "beganAt"
    FROM plan LEFT JOIN allocation_run AS run ON run.id = plan.run_id WHERE plan.parent_id IS NULL AND plan.term_id = $1
    UNION ALL
    SELECT plan.id, line.line, line.policy, line."beganAt"
    FROM plan JOIN line ON plan.parent_id = line.id
  )
  SELECT plan.id, line.line, plan.run_id AS "runId", plan.version, plan.status, plan.author, plan.note,
         plan.created_at AS "createdAt", line."beganAt", line.policy,
         NOT EXISTS (SELECT FROM plan AS next WHERE next.parent_id = plan.id) AS "isNewest",
         jsonb_array_length(plan.content->'reviews') AS reviews,
         (SELECT count(*)::int FROM jsonb_array_elements(plan.content->'reviews') AS seat
          WHERE seat->>'lead' IS NOT NULL) AS covered
  FROM line JOIN plan USING (id)
  ORDER BY plan.created_at DESC, plan.id DESC
  LIMIT 200`;
