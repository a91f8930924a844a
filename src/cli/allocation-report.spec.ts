import { describe, expect, it } from '@jest/globals';
import {
  noSeats,
  smallContext,
  smallPlan,
  smallProblem,
  smallReview,
  someSeats,
} from '../../test/support/small-plan.js';
import { planTables } from '../allocations/tables/plan-tables.js';
import { reportInWords } from './allocation-report.js';

const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
const plan = smallPlan([
  { review: 'R1', ...someSeats },
  { review: 'R2', ...noSeats },
]);

describe('the report of an allocation', () => {
  const report = reportInWords(planTables(problem, plan, { context: smallContext }));

  it('says everything in names and dates as people write them', () => {
    expect(report).not.toMatch(/\d{4}-\d{2}-\d{2}|[A-Z]+_[A-Z]+/);
    expect(report).not.toMatch(/\b(L[123]|R[123]|10000\d)\b/);
    expect(report).toContain('Stopped early');
    expect(report).toContain('As things stood on Monday 21 December 2026.');
  });

  it('tells coverage with the regions that matter most, and what is invented', () => {
    expect(report).toMatch(/^Spring 2027: 1 of 2 reviews have a lead\n/);
    expect(report).toMatch(/South East \(priority region\) +1 of 2/);
    expect(report).toContain('Sample: the schools are real;');
    expect(report).toContain('needs ASD, SEMH (invented)');
  });

  it('tells each gap with its school and who could be asked', () => {
    expect(report).toContain('Without a lead: 1 review\n');
    expect(report).toContain('  Vale School, Leeds\n');
    expect(report).toContain(
      '       1 could lead it, but the plan needs them elsewhere (Ben Linnet)',
    );
  });

  it('tells whom and which schools to follow up, by reason', () => {
    expect(report).toContain('  No answer to the availability round (1)\n    Zoe Quiet.');
    expect(report).toContain(
      '  Windows not known: the host has not answered (1)\n    Silent School, York.',
    );
  });

  it('tells commitment, balance and travel', () => {
    expect(report).toContain(
      '1 of 2 people who may lead reach their target for the term; 1 person',
    );
    expect(report).toContain('    Ben Linnet leads 0 of 1');
    expect(report).toMatch(
      /ask 12 reviews of them: 4 led in earlier terms, 1 in\s+this plan, 7 left/,
    );
    expect(report).toMatch(/Reviews led +0 +1\n +People +1 +1\n/);
    expect(report).toContain(
      '90 miles in all; the median is 90 miles; 1 review needs a night away.',
    );
    expect(report).toContain('The longest is 90 miles: Ana Ní Bhriain to St Mary’s, Hove.');
    expect(report).toContain('at best 3');
  });

  it('breaks long lines', () => {
    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('says so where there is nothing to allocate', () => {
    const tables = planTables(smallProblem([]), smallPlan([]), { context: smallContext });
    expect(reportInWords(tables)).toMatch(
      /^Spring 2027: there is no review to allocate\.\n\nLeft out, to follow up: 2\n/,
    );
  });

  it('keeps the references of a bare problem file, which is all there is', () => {
    const bare = reportInWords(planTables(problem, plan));
    expect(bare).toContain('  R2\n');
    expect(bare).toContain('L2 leads 0 of 1');
    expect(bare).not.toContain('to follow up');
  });
});
