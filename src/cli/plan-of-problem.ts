import { matchRows } from '../solver/check/planned-review.js';
import { sha256 } from '../solver/file/sha256.js';
import { type Plan } from '../solver/plan.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { type ProblemFile, readPlanFile } from './input-files.js';

/**
 * Reads a plan that is to be asked about or changed: it need not keep the rules, but it has to be one of this problem,
 * with a row for each review and nobody whom the problem does not know.
 *
 * @throws CommandFailure when it is not; as `readPlanFile`
 */
export async function readPlanOf(
  problemFile: string,
  { bytes, problem }: ProblemFile,
  planFile: string,
): Promise<Plan> {
  const plan = await readPlanFile(planFile);
  if (plan.problem !== sha256(bytes)) {
    throw new CommandFailure(
      `${planFile} is a plan of another problem than ${problemFile}: it names another SHA-256. Solve the problem again, or name the file it was made from.`,
      EXIT.badInput,
    );
  }
  const { planned, faults } = matchRows(problem, plan.reviews);
  const strangers = planned.flatMap(({ row, seats }) =>
    seats
      .filter(({ person }) => person === null)
      .map(
        ({ personId }) => `Review "${row.review}": "${personId}" is not a person of the problem.`,
      ),
  );
  const wrong = [...faults, ...strangers];
  if (wrong.length > 0) {
    throw new CommandFailure(
      `${planFile} is no plan of ${problemFile}. Correct it, or solve the problem again:\n${wrong.join('\n')}`,
      EXIT.badInput,
    );
  }
  return plan;
}
