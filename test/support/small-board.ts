/** Ana and Ben are free in both weeks; St Mary’s and Vale accept either; Zoe has not answered. With what registers say of them. */
import { expect } from '@jest/globals';
import { type BoardView } from '../../src/allocations/board/board.schema.js';
import { type Problem } from '../../src/solver/problem.js';
import { type PlansOverHttp, plansOverHttp } from './plans-over-http.js';
import { later, twoByTwo, week } from './two-by-two.js';

export function board(name: string, changes: Partial<Problem> = {}): Problem {
  const problem = twoByTwo(name);
  const leads = problem.leads.map((lead) => ({
    ...lead,
    availability: { ...lead.availability, [later.week]: { WED_FRI: 'IF_NEEDED' as const } },
    commitment: { ...lead.commitment, target: 1 },
  }));
  const zoe = { ...leads[0], id: 'L3', availability: {} } as (typeof leads)[number];
  const closed = [{ week, window: 'WED_FRI' as const, reason: 'Training day, 13 January 2027' }];
  return { ...problem, leads: [...leads, zoe], closed, ...changes };
}

const REGISTERS = `
  INSERT INTO academic_year (id, starts_on, ends_on) VALUES ('2026/27', '2026-09-01', '2027-08-31');
  INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
  VALUES ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-04-01');
  INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority) VALUES
    ('South East', 'E12000008', 'J', 51, 0, true), ('North East', 'E12000001', 'A', 55, -1, true);
  INSERT INTO postcode_district VALUES ('BN1', 51, 0, 'South East', 'Brighton and Hove'), ('DH1', 54.8, -1.6, 'North East', 'Durham');
  INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('L1', 'Ana Ní Bhriain', 'BN1'), ('L2', 'Ben Linnet', 'DH1');
  INSERT INTO contract (lead_id, academic_year, valid, recorded_by)
    SELECT id, '2026/27', CASE code WHEN 'L1' THEN '[2026-09-01,2027-08-31]'::daterange ELSE '[2026-09-01,2027-02-28]' END, 'Test'
    FROM lead_reviewer;
  INSERT INTO gate (lead_id, kind, valid, recorded_by)
    SELECT id, 'DBS', '[2025-01-01,2027-01-22]', 'Test' FROM lead_reviewer WHERE code = 'L1'`;

export interface BoardsOverHttp extends PlansOverHttp {
  show(id: string): Promise<BoardView>;
}

/** The API of plans, each over such a problem. */
export function boardsOverHttp(): BoardsOverHttp {
  const http = plansOverHttp(REGISTERS, board);
  return {
    ...http,
    show: async (id) => {
      const answer = await http.get<BoardView>(`/api/v1/plans/${id}/board`);
      expect(answer.status).toBe(200);
      return answer.body;
    },
  };
}
