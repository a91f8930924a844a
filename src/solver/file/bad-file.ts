/**
 * A problem or plan file that breaks `docs/problem-format.md`: the command line ends with code 2.
 * `faults` has one sentence a fault, in the order of the file, each opening with the field's path
 * (or the line and column, where the file is not JSON); `message` holds them one a line.
 */
export class BadFile extends Error {
  override readonly name = 'BadFile';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}
