import { type AimResult, PLAN_FORMAT, type Solution } from '../plan.js';
import { type Problem, type SeatRow } from '../problem.js';

/**
 * The plan file of a solution: JSON with one aim, one review and one conflicting pin a line, ending
 * in a line break. The same solution always gives the same text.
 *
 * @param problemSha256 of the problem file's bytes, 64 lower-case hexadecimal digits.
 */
export function writePlan(solution: Solution, problemSha256: string): string {
  return document([
    field('format', PLAN_FORMAT),
    field('problem', problemSha256),
    field('status', solution.status),
    lines('aims', solution.aims.map(aimInOrder)),
    lines('reviews', solution.reviews.map(rowInOrder)),
    lines(
      'conflict',
      solution.conflict.map(({ pin, rules }) => ({ pin, rules })),
    ),
  ]);
}

/**
 * The problem file of a problem: JSON with one person, review, pin and so on a line, ending in a
 * line break. Fields inside a line keep the order the problem gives them.
 */
export function writeProblem(problem: Problem): string {
  return document([
    field('format', problem.format),
    field('name', problem.name),
    field('weeks', problem.weeks),
    lines('closed', problem.closed),
    lines('leads', problem.leads),
    lines('reviews', problem.reviews),
    lines('published', problem.published),
    lines('pins', problem.pins),
    lines('bans', problem.bans),
    field('policy', problem.policy),
  ]);
}

function aimInOrder({ aim, value, bound }: AimResult): AimResult {
  return { aim, value, bound };
}

function rowInOrder(row: SeatRow): SeatRow {
  const { review, week, window, lead, qualityAssurer, shadow } = row;
  return { review, week, window, lead, qualityAssurer, shadow };
}

function document(fields: readonly string[]): string {
  return `{\n${fields.map((written) => `  ${written}`).join(',\n')}\n}\n`;
}

function field(name: string, value: unknown): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}

function lines(name: string, items: readonly object[]): string {
  if (items.length === 0) return field(name, []);
  const written = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `${JSON.stringify(name)}: [\n${written}\n  ]`;
}
