import { Command, InvalidArgumentError } from 'commander';
import { type RunView } from '../allocations/runs/run.schema.js';
import { type RunOptions } from '../allocations/runs/run-requests.service.js';
import { type RunningService } from './running-service.js';
import { CommandFailure, EXIT } from './exit-codes.js';
import { describeSolution } from './describe-solution.js';
import { readProblemFile } from './input-files.js';
import { progressDisplay } from './solve-progress.js';
import { say, type Surroundings } from './surroundings.js';
import { tellPlan } from './tell-plan.js';

interface RunFlags {
  term?: string;
  problem?: string;
  policy?: string;
  maxWork?: number;
  fresh?: true;
  out?: string;
}

/** `qar run`: an allocation run on the queue, as the API would start it, followed to its end. */
export function makeRunCommand(surroundings: Surroundings): Command {
  return new Command('run')
    .summary('allocate a term on the queue, and follow the run to its end')
    .description(
      'Freezes the problem of a term as the registers stand today, or takes a problem file, and has a worker solve it ' +
        'through the queue. The run, its problem and its plan are kept in the database. Progress goes to standard error. ' +
        'Then it says in plain words what the plan comes to, and why reviews have no lead. ' +
        'A proven run of exactly the same problem is shown instead of a new one, unless --fresh.',
    )
    .option('--term <id>', 'the term to allocate, such as spring-2027')
    .option('--problem <file>', 'a problem file (docs/problem-format.md) instead of a term')
    .option('--policy <name>', 'the policy preset for a term; without it, the one settings name')
    .option(
      '--max-work <units>',
      'take the best plan after so much work (100000: a second or two)',
      positiveInteger,
    )
    .option('--fresh', 'solve again, even when this very problem is proven already')
    .option('--out <folder>', 'also write the allocation as a workbook and as CSV, in this folder')
    .addHelpText(
      'after',
      `
Ctrl-C discards the run.

Exit codes:
  0    the run ended with a plan, or with the pins that cannot hold together
  1    the run failed or was cancelled, or anything else
  2    the term, the policy or the problem file is not usable; the message says why
  130  interrupted with Ctrl-C

Examples:
  qar run --term spring-2027 --out spring/
  qar run --problem spring.json --fresh`,
    )
    .action((flags: RunFlags) => run(flags, surroundings));
}

async function run(flags: RunFlags, surroundings: Surroundings): Promise<void> {
  const { interrupted } = surroundings;
  refuseFlags(flags);
  const file = flags.problem === undefined ? undefined : await readProblemFile(flags.problem);
  const { withRunningService } = await import('./running-service.js');
  await withRunningService(surroundings, async (service) => {
    const options = { maxWork: flags.maxWork, reuse: flags.fresh !== true };
    const asked = await request(service, flags, file?.bytes, options);
    const ended = await followUnlessInterrupted(service, asked, surroundings);
    interrupted.throwIfAborted();
    await tell(service, ended, asked.isNew, flags, surroundings);
  });
}

function refuseFlags({ term, problem, policy }: RunFlags): void {
  if ((term === undefined) === (problem === undefined)) {
    throw new CommandFailure('name either --term, such as spring-2027, or --problem with a file.');
  }
  if (problem !== undefined && policy !== undefined) {
    throw new CommandFailure('--policy goes with --term: a problem file brings its own policy.');
  }
}

async function request(
  { requests }: RunningService,
  flags: RunFlags,
  file: Uint8Array | undefined,
  options: RunOptions,
): Promise<{ runId: string; isNew: boolean }> {
  const { Refusal } = await import('../platform/problems/refusal.js');
  try {
    return file === undefined
      ? await requests.forTerm(flags.term ?? '', flags.policy, options)
      : await requests.forProblemFile(file, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CommandFailure(error.message, EXIT.badInput, { cause: error });
  }
}

/** A run that was asked for here and is not wanted any more must not surprise anybody later. */
async function followUnlessInterrupted(
  service: RunningService,
  { runId, isNew }: { runId: string; isNew: boolean },
  { stderr, interrupted }: Surroundings,
): Promise<RunView> {
  const display = progressDisplay(stderr);
  const told = new Map<string, string>();
  const show = ({ progress }: RunView): void => {
    for (const { aim, phase, value, bound } of progress) {
      const news = JSON.stringify([phase, value, bound]);
      if (told.get(aim) === news) continue;
      told.set(aim, news);
      display.show({ aim, value, bound, phase: phase === 'SETTLED' ? 'settled' : 'improved' });
    }
  };
  try {
    return await service.follow(runId, show, interrupted);
  } catch (error) {
    if (interrupted.aborted && isNew) await service.runs.cancel(runId, 'DISCARD');
    throw error;
  } finally {
    display.end();
  }
}

async function tell(
  service: RunningService,
  run: RunView,
  isNew: boolean,
  { out }: RunFlags,
  surroundings: Surroundings,
): Promise<void> {
  const { stdout, stderr } = surroundings;
  if (run.state === 'FAILED') {
    throw new CommandFailure(`the run ${run.id} failed. ${run.failure ?? ''}`);
  }
  if (run.state === 'CANCELLED') throw new CommandFailure(`the run ${run.id} was cancelled.`);
  const first = isNew
    ? `Run ${run.id}, policy ${run.policy}`
    : `This very problem is solved already, by run ${run.id} (--fresh solves again)`;
  await say(stderr, `${first}\n`);
  if (run.state === 'INFEASIBLE' || run.planId === null) {
    const { bytes } = await service.runs.problemFile(run.id);
    const { content } = await service.runs.plan(run.id);
    const { readProblem } = await import('../solver/file/read-problem.js');
    await say(stdout, describeSolution(readProblem(bytes), content, []));
    return;
  }
  await tellPlan(service.explanations, run.planId, out, surroundings);
}

function positiveInteger(text: string): number {
  const units = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(units) || units < 1) {
    throw new InvalidArgumentError('Write a whole number of 1 or more, such as 100000.');
  }
  return units;
}
