import { Tag, type Tone } from '../../parts/tag';
import type { Board, BoardChip } from '../../api/board';
import classes from './board.module.css';
import { STATE } from './board-words';
import { type Filter } from './grid-model';
import { WaitingList } from './waiting-list';

const tones: Readonly<Record<BoardChip['state'], Tone>> = {
  NO_LEAD: 'gap',
  DRAFT: 'draft',
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  LED: 'accepted',
};

export interface BoardListProps {
  readonly board: Board;
  readonly term: string;
  readonly filter: Filter;
  readonly onOpen: (review: string) => void;
}

/** The same as the board, as a list: for narrow screens, and for whoever would rather read. */
export function BoardList({ board, term, filter, onOpen }: BoardListProps) {
  const home = new Map(board.people.map(({ person, region }) => [person, region]));
  const shown = board.chips.filter((chip) => isShown(chip, filter, home));
  const gaps = shown.filter(({ lead }) => lead === null);
  return (
    <div className={classes.list}>
      {gaps.length > 0 && (
        <Group title="Without a lead" count={gaps.length} chips={gaps} onOpen={onOpen} />
      )}
      {board.weeks.map(({ week, name, placed, wanted }) => {
        const chips = shown.filter((chip) => chip.lead !== null && chip.week === week);
        return chips.length === 0 ? null : (
          <Group
            key={week}
            title={name}
            count={chips.length}
            note={placed === wanted ? undefined : `${placed} of ${wanted} have a lead`}
            chips={chips}
            onOpen={onOpen}
          />
        );
      })}
      {shown.length === 0 && <p>No review matches the filter.</p>}
      {board.waiting.length > 0 && (
        <section>
          <h2 className={classes.weekTitle}>
            Waiting for windows
            <span>{inNumbers(board.waiting.length)}</span>
          </h2>
          <WaitingList waiting={board.waiting} term={term} />
        </section>
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly note?: string | undefined;
  readonly chips: readonly BoardChip[];
  readonly onOpen: (review: string) => void;
}

function Group({ title, count, note, chips, onOpen }: GroupProps) {
  return (
    <section>
      <h2 className={classes.weekTitle}>
        {title}
        <span>{note ?? inNumbers(count)}</span>
      </h2>
      <ul className={classes.list}>
        {chips.map((chip) => (
          <li key={chip.review}>
            <button
              type="button"
              className={classes.item}
              data-open={chip.review}
              onClick={() => onOpen(chip.review)}
            >
              <b>{chip.school}</b>
              <Tag tone={tones[chip.state]}>{STATE[chip.state]}</Tag>
              <small>
                {chip.lead === null
                  ? `${chip.tag}. Best on ${chip.days ?? 'no known days'}`
                  : `${chip.leadName ?? ''}, ${chip.days ?? ''}. ${chip.tag}`}
                {chip.pin === null ? '' : chip.pin === 'HAND' ? '. Pinned' : '. Held'}
                {chip.isUnsaved ? '. Changed, not saved' : ''}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inNumbers(count: number): string {
  return count === 1 ? '1 review' : `${count} reviews`;
}

function isShown(
  chip: BoardChip,
  { text, regions, needs }: Filter,
  home: ReadonlyMap<string, string>,
): boolean {
  const found = text.trim().toLocaleLowerCase('en-GB');
  const names = `${chip.school} ${chip.leadName ?? ''}`.toLocaleLowerCase('en-GB');
  const region = home.get(chip.lead ?? '');
  return (
    names.includes(found) &&
    (needs.length === 0 || needs.includes(chip.tag)) &&
    (regions.length === 0 || region === undefined || regions.includes(region))
  );
}
