import { sha256 } from '../../solver/file/sha256.js';
import { writeProblem } from '../../solver/file/write-files.js';
import { type Problem } from '../../solver/problem.js';
import { type FrozenInput } from './frozen-problems.js';

/** What is frozen beside a problem, as far as pins by hand go into it. */
type Frozen = Pick<FrozenInput, 'name' | 'bytes' | 'sha256' | 'context'> & {
  unpinnedSha256?: string | null;
};

/** The reviews whose pins were set by hand, as they were frozen with a problem. */
export function pinnedByHand(context: object): ReadonlySet<string> {
  const { pinnedByHand: pinned } = context as { pinnedByHand?: string[] };
  return new Set(pinned);
}

/**
 * A frozen problem with other pins by hand: another file, which remembers what it would be without them,
 * so that plans over both can be compared and one can go on from the other.
 *
 * @param pinned the problem with its new pins; in all else as `frozen`
 * @param held reviews whose pins are no matter of hands: accepted or led, or in the file that it came as
 */
export function withPins<Input extends Frozen>(
  frozen: Input,
  pinned: Problem,
  held: ReadonlySet<string>,
): Input {
  const bytes = Buffer.from(writeProblem(pinned), 'utf8');
  const hash = sha256(bytes);
  const base = frozen.unpinnedSha256 ?? frozen.sha256;
  const byHand = pinned.pins.map(({ review }) => review).filter((review) => !held.has(review));
  return {
    ...frozen,
    bytes,
    sha256: hash,
    unpinnedSha256: hash === base ? null : base,
    context: { ...frozen.context, pinnedByHand: [...new Set(byHand)].sort() },
  };
}
