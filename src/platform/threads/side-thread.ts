import { pathToFileURL } from 'node:url';

/** What crosses into a side thread. */
export interface SideTask {
  file: string;
  name: string;
  argument: unknown;
}

/** What comes back. */
export type SideEnd = { result: unknown } | { message: string; stack: string | undefined };

type Work = (argument: unknown) => unknown;

/** Runs in a thread of its own: one function of one of our modules. */
export async function work({ file, name, argument }: SideTask): Promise<SideEnd> {
  try {
    const module = (await import(pathToFileURL(file).href)) as Record<string, Work | undefined>;
    const run = module[name];
    if (run === undefined) throw new Error(`${file} exports no ${name}.`);
    return { result: await run(argument) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { message, stack };
  }
}
