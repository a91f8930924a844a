import { coveredInWords } from '../allocations/summary/phrases.js';
import { type Solution } from '../solver/plan.js';
import { type Pin, type Problem } from '../solver/problem.js';
import { datesInWords } from './dates-in-words.js';

/** How a solve ended, in a few lines for the person who asked for it. */
export function describeSolution(
  problem: Problem,
  solution: Solution,
  written: readonly string[],
): string {
  const lines = solution.status === 'INFEASIBLE' ? whyNot(problem, solution) : howMuch(solution);
  if (written.length > 0) lines.push(`Written: ${written.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function howMuch(solution: Solution): string[] {
  const covered = solution.reviews.filter(({ lead }) => lead !== null).length;
  const counted = coveredInWords({ covered, reviews: solution.reviews.length });
  if (solution.status === 'OPTIMAL') return [`Proven optimal and checked: ${counted}`];
  const open = solution.aims.filter(({ value, bound }) => value !== bound);
  return [
    `Stopped early, checked, not proven optimal: ${counted}`,
    ...open.map(
      ({ aim, value, bound }) =>
        `  ${aim}: ${value ?? 'none'}, and no plan is better than ${bound ?? 'unknown'}`,
    ),
  ];
}

function whyNot(problem: Problem, solution: Solution): string[] {
  const lines = ['No plan keeps all pins. These cannot hold together:'];
  for (const { pin, rules } of solution.conflict) {
    lines.push(
      `  pins[${pin}] (${describePin(problem.pins[pin])}), against ${rules.map(quoted).join(' and ')}`,
    );
  }
  return lines;
}

/** Titles of rules say what ought to be so, and read as facts unless they stand in quotation marks. */
function quoted(rule: string): string {
  return `“${datesInWords(rule)}”`;
}

function describePin(pin: Pin | undefined): string {
  const said = Object.entries(pin ?? {}).map(([field, value]) => `${field} ${String(value)}`);
  return datesInWords(said.join(', ').replace(/(week \S+), window /u, '$1 '));
}
