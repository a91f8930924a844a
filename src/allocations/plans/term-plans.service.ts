import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { dateInWords } from '../../calendar/words.js';
import { programmeZone } from '../../platform/clock.js';
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
  isNewest: boolean;
  isFromRun: boolean;
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
      items: rows.map(({ beganAt, isFromRun, createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        name: `${isFromRun ? 'Run' : 'Plan by hand'} of ${minuteInWords(beganAt)}, version ${row.version}`,
      })),
    };
  }
}

/** "21 December 2026, 09:30", on the clocks of the programme. */
function minuteInWords(at: Date): string {
  const local = DateTime.fromJSDate(at, { zone: programmeZone });
  return `${dateInWords(local.toFormat('yyyy-MM-dd'))}, ${local.toFormat('HH:mm')}`;
}

/** Each version goes on from its parent, so a plan's line is found from its first version. */
const plansOfTerm = `
  WITH RECURSIVE line AS (
    SELECT id, id AS line, run_id IS NOT NULL AS "isFromRun", created_at AS "beganAt"
    FROM plan WHERE parent_id IS NULL AND term_id = $1
    UNION ALL
    SELECT plan.id, line.line, line."isFromRun", line."beganAt"
    FROM plan JOIN line ON plan.parent_id = line.id
  )
  SELECT plan.id, line.line, plan.run_id AS "runId", plan.version, plan.status, plan.author, plan.note,
         plan.created_at AS "createdAt", line."beganAt", line."isFromRun",
         NOT EXISTS (SELECT FROM plan AS next WHERE next.parent_id = plan.id) AS "isNewest",
         jsonb_array_length(plan.content->'reviews') AS reviews,
         (SELECT count(*)::int FROM jsonb_array_elements(plan.content->'reviews') AS seat
          WHERE seat->>'lead' IS NOT NULL) AS covered
  FROM line JOIN plan USING (id)
  ORDER BY plan.created_at DESC, plan.id DESC
  LIMIT 200`;
