import { Command } from 'commander';
import { type Effect } from '../solver/hand/effect.js';
import { type Plan } from '../solver/plan.js';
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

interface EditFlags {
  out?: string;
  json?: true;
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
    .option('--json', 'print the whole answer as JSON, with the plan in it')
    .addHelpText(
      'after',
      `
Edits are made in their order. What they are worth goes to standard error; with --json
to standard output as data, as from POST /api/v1/plans/{id}/effect, beside the plan (null where it breaks a rule).

Exit codes:
  0    the plan was written
  1    the plan would break a rule, each named in words; or anything else, such as an edit that cannot be understood
  2    one of the files is bad; each line names the field and what to do

Examples:
  qar edit spring.json --out empty.json
  qar edit spring.json --set "R1: L7 2027-01-11 MON_WED" --out plan.json
  qar edit spring.json plan.json --set "R1: L9 assurer=L3" --set "R4: shadow=L90" --clear R2 --out plan.json`,
    )
    .action((problem: string, plan: string | undefined, flags: EditFlags) =>
      editFiles({ problem, plan }, flags, asked, surroundings),
    );
}

async function editFiles(
  files: { problem: string; plan: string | undefined },
  { out, json }: EditFlags,
  asked: readonly Asked[],
  around: Surroundings,
): Promise<void> {
  if (asked.length === 0 && files.plan !== undefined) {
    throw new CommandFailure('nothing to do: say what to change with --set or --clear.');
  }
  await checkOutputs(out === undefined ? [] : [out], files.problem);
  const input = await readProblemFile(files.problem);
  const { startingRows } = await import('../solver/hand/edits.js');
  const rows =
    files.plan === undefined
      ? startingRows(input.problem)
      : (await readPlanOf(files.problem, input, files.plan)).reviews;
  const effect = await editRows(input.problem, rows, asked);
  const text = effect.isLegal ? await planText(input, effect) : null;
  if (text !== null && out !== undefined) {
    await writeWholeFiles([{ file: out, content: text }], around.interrupted);
  }
  if (json === true) await printAnswer(input.problem, effect, text, around);
  else await sayEffect(input.problem, effect, { text, out }, around);
  if (text === null) around.endWith(EXIT.failed);
}

/** The same data as over HTTP, and the plan. */
async function printAnswer(
  problem: Problem,
  effect: Effect,
  text: string | null,
  { stdout }: Surroundings,
): Promise<void> {
  const { effectView } = await import('../allocations/hand/hand-view.js');
  const { planNames } = await import('../allocations/summary/plan-names.js');
  const answer = {
    ...effectView(effect, problem, planNames({}, problem)),
    plan: text === null ? null : (JSON.parse(text) as Plan),
  };
  await say(stdout, `${JSON.stringify(answer, null, 2)}\n`);
}

async function sayEffect(
  problem: Problem,
  effect: Effect,
  { text, out }: { text: string | null; out: string | undefined },
  { stdout, stderr }: Surroundings,
): Promise<void> {
  const { effectText } = await import('./hand-words.js');
  const words = effectText(problem, effect);
  if (text === null) {
    await say(stderr, `${words}The plan breaks a rule, so it was not written:\n${faults(effect)}`);
    return;
  }
  if (out === undefined) await say(stdout, text);
  await say(stderr, out === undefined ? words : `${words}Written: ${out}\n`);
}

async function editRows(
  problem: Problem,
  rows: readonly SeatRow[],
  asked: readonly Asked[],
): Promise<Effect> {
  const { applyEdits, unknownNames } = await import('../solver/hand/edits.js');
  const { effectOf } = await import('../solver/hand/effect.js');
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
  return effectOf(problem, rows, edits);
}

function faults({ after }: Effect): string {
  return after.breaches.map(({ sentence }) => `  ${sentence}\n`).join('');
}

/** The plan file's text, after the independent checker has found nothing wrong with it. */
async function planText({ bytes, problem }: ProblemFile, effect: Effect): Promise<string> {
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
