import { Command } from 'commander';
import { type Problem, type SeatRow } from '../solver/problem.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { EDIT_SYNTAX, readEdit } from './hand-edits.js';
import { type ProblemFile, readProblemFile } from './input-files.js';
import { checkOutputs, writeWholeFiles } from './output-files.js';
import { readPlanOf } from './plan-of-problem.js';
import { say, type Surroundings } from './surroundings.js';

/** As they stand on the command line, one after another. */
interface Asked {
  set: boolean;
  text: string;
}

/** `qar edit`: a plan made or changed by hand, priced and held against the rules with no solve. */
export function makeEditCommand(surroundings: Surroundings): Command {
  const asked: Asked[] = [];
  const note = (set: boolean) => (text: string) => asked.push({ set, text });
  return new Command('edit')
    .summary('make or change a plan by hand, with no solve')
    .description(
      'Changes a plan by hand and says what that is worth: what each aim gains or pays, whose load and travel change, ' +
        'which rules break. A plan that breaks a rule is not written. Without a plan it begins from nobody anywhere but where pins name a lead and a slot.',
    )
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .argument('[plan.json]', 'the plan to change')
    .option('--set <edit>', `as often as needed: ${EDIT_SYNTAX}`, note(true))
    .option('--clear <review>', 'as often as needed: the review goes without a lead', note(false))
    .option('--out <file>', 'write the plan to this file instead of standard output')
    .addHelpText(
      'after',
      `
Edits are made in their order. What they are worth goes to standard error.

Exit codes:
  0    the plan was written
  1    the plan would break a rule, each named in words; or anything else, such as an edit that cannot be understood
  2    one of the files is bad; each line names the field and what to do

Examples:
  qar edit spring.json --out empty.json
  qar edit spring.json --set "R1: L7 2027-01-11 MON_WED" --out plan.json
  qar edit spring.json plan.json --set "R1: L9 assurer=L3" --set "R4: shadow=L90" --clear R2 --out plan.json`,
    )
    .action((problem: string, plan: string | undefined, flags: { out?: string }) =>
      editFiles({ problem, plan, out: flags.out }, asked, surroundings),
    );
}

async function editFiles(
  files: { problem: string; plan: string | undefined; out: string | undefined },
  asked: readonly Asked[],
  { stdout, stderr, interrupted, endWith }: Surroundings,
): Promise<void> {
  if (asked.length === 0 && files.plan !== undefined) {
    throw new CommandFailure('nothing to do: say what to change with --set or --clear.');
  }
  await checkOutputs(files.out === undefined ? [] : [files.out], files.problem);
  const input = await readProblemFile(files.problem);
  const { startingRows } = await import('../solver/hand/edits.js');
  const rows =
    files.plan === undefined
      ? startingRows(input.problem)
      : (await readPlanOf(files.problem, input, files.plan)).reviews;
  const { effect, words } = await editRows(input.problem, rows, asked);
  if (!effect.isLegal) {
    await say(stderr, `${words}The plan breaks a rule, so it was not written:\n${faults(effect)}`);
    endWith(EXIT.failed);
    return;
  }
  const text = await planText(input, effect);
  if (files.out === undefined) await say(stdout, text);
  else await writeWholeFiles([{ file: files.out, content: text }], interrupted);
  await say(stderr, files.out === undefined ? words : `${words}Written: ${files.out}\n`);
}

type Edited = Awaited<ReturnType<typeof editRows>>;

async function editRows(
  problem: Problem,
  rows: readonly SeatRow[],
  asked: readonly Asked[],
): Promise<{
  effect: ReturnType<typeof import('../solver/hand/effect.js').effectOf>;
  words: string;
}> {
  const { applyEdits, unknownNames } = await import('../solver/hand/edits.js');
  const { effectOf } = await import('../solver/hand/effect.js');
  const { effectText } = await import('./hand-words.js');
  const edits = [];
  let now = [...rows];
  for (const { set, text } of asked) {
    const next = set ? readEdit(text, problem, now) : [{ kind: 'CLEAR' as const, review: text }];
    const [unknown] = unknownNames(problem, next);
    if (unknown) {
      const what = unknown.field === 'review' ? 'review' : 'person';
      throw new CommandFailure(
        `${set ? '--set' : '--clear'} "${text}": there is no ${what} ${unknown.name} in the problem.`,
      );
    }
    now = applyEdits(problem, now, next);
    edits.push(...next);
  }
  const effect = effectOf(problem, rows, edits);
  return { effect, words: effectText(problem, effect) };
}

function faults({ after }: Edited['effect']): string {
  return after.breaches.map(({ sentence }) => `  ${sentence}\n`).join('');
}

/** The plan file's text, after the independent checker has found nothing wrong with it. */
async function planText(
  { bytes, problem }: ProblemFile,
  effect: Edited['effect'],
): Promise<string> {
  const { planByHand } = await import('../solver/hand/assess.js');
  const { checkPlan } = await import('../solver/check.js');
  const { sha256 } = await import('../solver/file/sha256.js');
  const { writePlan } = await import('../solver/file/write-files.js');
  const plan = planByHand(problem, effect.rows, effect.after.values, sha256(bytes));
  const { faults: found } = checkPlan(problem, plan, plan.problem);
  if (found.length === 0) return writePlan(plan, plan.problem);
  throw new CommandFailure(
    `the plan keeps the rules and did not pass the independent check, so nothing was written. Please report this, with both files:\n${found.join('\n')}`,
  );
}
