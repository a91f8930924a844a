import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { expect, test } from '@jest/globals';
import { ConfigurationError } from '../platform/configuration.js';
import { StartFailure } from '../platform/launch/launch.js';
import { BadFile } from '../solver/file/bad-file.js';
import { runCommandLine } from './command-line.js';
import { CommandFailure, EXIT } from './exit-codes.js';

async function ending(
  act: (endWith: (code: 3) => void) => void,
  interrupted = new AbortController().signal,
): Promise<{ code: number; said: string }> {
  const stderr = new PassThrough();
  const streams = { stdout: new PassThrough(), stderr, interrupted };
  const code = await runCommandLine(['act'], streams, [
    ({ endWith }) =>
      new Command('act').action(() => {
        act(endWith);
      }),
  ]);
  return { code, said: String(stderr.read() ?? '') };
}

const failWith = (error: Error) => (): never => {
  throw error;
};

test('a command that returns ends with 0, or as it says', async () => {
  expect(await ending(() => undefined)).toEqual({ code: 0, said: '' });
  expect(await ending((endWith) => endWith(EXIT.infeasible))).toEqual({ code: 3, said: '' });
});

test('a bad file ends with 2, its faults one a line', async () => {
  const ended = await ending(failWith(new BadFile(['a: wrong', 'b: wrong'])));
  expect(ended).toEqual({ code: 2, said: 'a: wrong\nb: wrong\n' });
});

test('a failure ends with 1 or its own code, and its message alone', async () => {
  expect(await ending(failWith(new CommandFailure('no such term')))).toEqual({
    code: 1,
    said: 'qar: no such term\n',
  });
  expect(await ending(failWith(new CommandFailure('bad sheet', EXIT.badInput)))).toMatchObject({
    code: 2,
  });
});

test.each([
  new ConfigurationError(['PORT "abc": expected a whole number from 1 to 65535.']),
  new StartFailure('PostgreSQL’s account cannot enter /root.'),
])('what is wrong around the program is told in its own words: %s', async (error) => {
  const ended = await ending(failWith(error));
  expect(ended).toEqual({ code: 1, said: `qar: ${error.message}\n` });
});

test('a fault of the program ends with 1 and shows where it is', async () => {
  const ended = await ending(failWith(new TypeError('x is undefined')));
  expect(ended.code).toBe(1);
  expect(ended.said).toMatch(/Please report this:\nTypeError: x is undefined\n +at /);
});

test('an interruption ends with 130, whatever the command made of it', async () => {
  const ended = await ending(failWith(new Error('cut off')), AbortSignal.abort());
  expect(ended).toEqual({ code: 130, said: 'Interrupted. Nothing was written.\n' });
});
