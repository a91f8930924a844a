import type { DisturbanceLine, DropOutLine } from '../../api/drop-outs';

type Aim = DisturbanceLine['aims'][number]['aim'];

/** The aims of the best plan without somebody, in their order: what the losses lead to. */
export type BestValues = readonly Pick<
  NonNullable<DropOutLine['losses']>[number],
  'aim' | 'alternative'
>[];

/** How far plans are from the best one, by how many people they disturb, for one aim. */
export interface Steps {
  readonly aim: Aim;
  readonly title: string;
  /** Whether it is counted in points, which only compare. */
  readonly isPoints: boolean;
  /** Where a step begins; each holds until the next. Never below 0, which is as good as any plan. */
  readonly points: readonly { readonly people: number; readonly value: number }[];
}

const TITLES: Readonly<Record<Aim, string>> = {
  coverage: 'Reviews that lose their lead',
  changes: 'Published leads and dates that change',
  shadowing: 'People who lose their shadow seat',
  commitment: 'Reviews short of the term’s targets',
  balance: 'Load less even than it could be',
  fit: 'Leads, dates and schools suit less',
  company: 'Quality assurers and shadows suit less',
};
const IN_POINTS: readonly Aim[] = ['balance', 'fit', 'company'];

/**
 * The aims that disturbing more people buys, in their order. An aim is followed from the line on which all before it are as good
 * as they can be: until then it may be better only because more is left undone.
 */
export function stepsOf(lines: readonly DisturbanceLine[], best: BestValues): Steps[] {
  const lost = lines.map(({ people, lost: reviews }) => ({ people, value: reviews.length }));
  const others = best.slice(1).flatMap(({ aim, alternative }, index) => {
    const before = best.slice(0, index + 1);
    const from = lines.findIndex((line) =>
      before.every((each) => valueOf(line, each.aim) === each.alternative),
    );
    if (from < 0) return [];
    const points = lines
      .slice(from)
      .map((line) => ({ people: line.people, value: Math.abs(valueOf(line, aim) - alternative) }));
    return followed(aim, points);
  });
  return [...followed('coverage', lost), ...others];
}

function followed(aim: Aim, points: Steps['points']): Steps[] {
  if (points.every(({ value }) => value === 0)) return [];
  const steps = points.filter(({ value }, index) => value !== points[index - 1]?.value);
  return [{ aim, title: TITLES[aim], isPoints: IN_POINTS.includes(aim), points: steps }];
}

function valueOf({ aims }: DisturbanceLine, of: Aim): number {
  return aims.find(({ aim }) => aim === of)?.value ?? 0;
}

/** "3 with nobody disturbed, 0 from 1 person" */
export function stepsInWords({ points, isPoints }: Steps): string {
  return points
    .map(({ people, value }, index) => {
      const amount = `${value.toLocaleString('en-GB')}${isPoints ? ' points' : ''}`;
      const who = people === 0 ? 'nobody' : people === 1 ? '1 person' : `${String(people)} people`;
      return index === 0 ? `${amount} with ${who} disturbed` : `${amount} from ${who}`;
    })
    .join(', ');
}

/** The first line that covers as much as the best plan; undefined: it is not known yet, or takes more people than were tried. */
export function enoughToCover(
  lines: readonly DisturbanceLine[],
  best: BestValues,
): DisturbanceLine | undefined {
  const coverage = best.find(({ aim }) => aim === 'coverage')?.alternative;
  return lines.find((line) => valueOf(line, 'coverage') === coverage);
}

/** What a line gains against the one before it, and what that costs. */
export function boughtInWords(line: DisturbanceLine, before: DisturbanceLine | undefined): string {
  if (before === undefined) return '';
  const more = line.covered - before.covered;
  const reviews = Math.abs(more) === 1 ? 'review has' : 'reviews have';
  const coverage = {
    isWorse: more < 0,
    words: `${String(Math.abs(more))} ${more < 0 ? 'fewer' : 'more'} ${reviews} a lead`,
  };
  const all = [...(more === 0 ? [] : [coverage]), ...line.differences];
  const told = (isWorse: boolean) =>
    all
      .filter((each) => each.isWorse === isWorse)
      .map(({ words }) => words)
      .join('; ');
  const [gained, paid] = [told(false), told(true)];
  const sentence = paid === '' ? gained : gained === '' ? paid : `${gained}; but ${paid}`;
  return sentence.charAt(0).toLocaleUpperCase('en-GB') + sentence.slice(1);
}
