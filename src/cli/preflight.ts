import { Command } from 'commander';
import { readProblemFile } from './input-files.js';
import { say, type Surroundings } from './surroundings.js';

/** `qar preflight`: where supply cannot meet demand, before a problem is solved (`docs/preflight.md`). */
export function makePreflightCommand({ stdout }: Surroundings): Command {
  return new Command('preflight')
    .summary('say where supply cannot meet demand, before solving')
    .description(
      'Looks at a problem file before it is solved: which reviews no plan can cover and why, and how supply stands ' +
        'against demand by week, window, region, phase, need and seat. Whatever it calls short is proven.',
    )
    .argument('<problem.json>', 'the problem file (docs/problem-format.md)')
    .option('--json', 'write all that was found as JSON, for programs')
    .addHelpText(
      'after',
      `
Exit codes:
  0    it was looked at, whatever was found
  1    anything else, such as a file that cannot be read
  2    the problem file is bad; each line names the field and what to do

Example:
  qar preflight spring.json`,
    )
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { problem } = await readProblemFile(file);
      const { preflight } = await import('../solver/preflight/preflight.js');
      const found = preflight(problem);
      const { preflightReport } = await import('./preflight-report.js');
      const text = json ? JSON.stringify(found, null, 2) : preflightReport(problem, found);
      await say(stdout, `${text}\n`);
    });
}
