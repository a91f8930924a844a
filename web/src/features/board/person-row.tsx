import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { memo } from 'react';
import type { Board, BoardChip, BoardPerson } from '../../api/board';
import { Meter } from '../../parts/meter';
import { cellInWords, partOf } from './board-words';
import { ChipView } from './chip-view';
import type { Column, Prices } from './columns';
import chipClasses from './chip.module.css';
import classes from './grid.module.css';
import { HEAD } from './grid-model';
import { PriceView } from './price-view';

const lanes = {
  PREFERRED: classes.preferred,
  AVAILABLE: '',
  IF_NEEDED: classes.ifNeeded,
  UNAVAILABLE: classes.unavailable,
  NO_ANSWER: classes.noAnswer,
  CLOSED: classes.closed,
} as const;

export interface PersonRowProps {
  readonly person: BoardPerson;
  readonly chips: readonly BoardChip[];
  readonly givenUp: readonly Board['givenUp'][number][];
  readonly columns: readonly Column[];
  readonly rowIndex: number;
  readonly top: number;
  /** The column that has the focus, if it is in this row. */
  readonly focused: number | null;
  readonly selected: string | null;
  readonly carried: string | null;
  /** While a review is carried, or chosen: what it would cost this person. */
  readonly prices: Prices | undefined;
  /** Only this column shows prices; null: all do. */
  readonly priced: number | null;
  readonly isPricing: boolean;
  /** Over which column something is dragged. */
  readonly aim: number | null;
  readonly version: number;
}

/** Somebody's term: who they are and how their year stands, then window by window. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { person, chips, columns, rowIndex, top, focused, givenUp } = props;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={`${classes.row} ${classes.person}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <PersonHead person={person} isFocused={focused === HEAD} />
      {columns.map((column, number) => {
        const chip = chips.find(
          (each) => each.week === column.week && each.window === column.window,
        );
        const given = givenUp.find(
          (each) => each.week === column.week && each.window === column.window,
        );
        return (
          <PersonCell
            key={`${column.week} ${column.window}`}
            {...props}
            number={number}
            chip={chip}
            given={given?.short}
            isFocused={focused === number}
          />
        );
      })}
    </div>
  );
});

function PersonHead({ person, isFocused }: { person: BoardPerson; isFocused: boolean }) {
  const { parts, minimum, total, words } = person.year;
  const [warning] = person.warnings;
  const Icon = warning?.short === 'No answer' ? IconClock : IconAlertTriangle;
  const told = [
    `${person.name} ${total} of ${minimum}`,
    `${warning?.short ?? person.note ?? person.home ?? ''}. ${words}.`,
    ...(person.home === null ? [] : [`${person.home}.`]),
    ...(person.note === null ? [] : [`${person.note}.`]),
    ...person.warnings.map((each) => `${each.words}.`),
    ...(person.shortBy === 0 ? [] : [`${person.shortBy} short of this term’s target.`]),
  ];
  return (
    <div
      role="rowheader"
      className={classes.head}
      tabIndex={isFocused ? 0 : -1}
      data-row={person.person}
      data-column={HEAD}
      aria-label={told.join(' ')}
      title={told.join(' ')}
    >
      <span className={classes.line}>
        <span className={classes.name} data-person={person.person}>
          {person.name}
        </span>
        <span className={classes.year}>
          <b>{total}</b> of {minimum}
        </span>
      </span>
      <span className={classes.line}>
        <Meter
          led={parts.led}
          booked={parts.booked}
          waiting={parts.offered}
          planned={parts.draft}
          minimum={minimum}
          label={words}
        />
        <span className={`${classes.note} ${warning ? classes.warned : ''}`}>
          {warning ? (
            <>
              <Icon size={12} aria-hidden />
              {warning.short}
            </>
          ) : (
            (person.note ?? person.home)
          )}
        </span>
      </span>
    </div>
  );
}

/** What is seen in the cell comes first, for those who speak to it. */
function labelOf(of: {
  label: string;
  price: string;
  given: string | undefined;
  chip: BoardChip | undefined;
}): string {
  const { label, price, given, chip } = of;
  if (chip) return price === '' ? label : label.replace('. ', ` ${price.trim()}. `);
  return given === undefined ? `${price}${label}` : `${given} Declined ${price}${label}`;
}

interface PersonCellProps extends PersonRowProps {
  readonly number: number;
  readonly chip: BoardChip | undefined;
  readonly given: string | undefined;
  readonly isFocused: boolean;
}

function PersonCell(props: PersonCellProps) {
  const { person, columns, number, chip, given, isFocused, prices, priced, isPricing } = props;
  const column = columns[number];
  if (column === undefined) return null;
  const grade = person.lane[number];
  const place = prices?.places.get(number);
  const isPriced = isPricing && (priced === null || priced === number);
  const isAccepted = prices?.accepted.has(number) === true;
  // A week that is taken shows what takes it; only the carried review may land in its own week.
  const isTaken = props.chips.some(
    ({ week, review }) => week === column.week && (review !== props.carried || chip !== undefined),
  );
  const label = cellInWords(person, column.days, grade, chip);
  const price =
    !isPriced || place === undefined || place.tone === 'REFUSED' || place.isNow || isTaken
      ? ''
      : `${place.short} `;
  const looksLike = [
    classes.cell,
    number % 2 === 0 ? classes.monday : '',
    lanes[grade ?? 'UNAVAILABLE'],
    isPriced && place !== undefined && place.tone !== 'REFUSED' ? classes.zone : '',
    isPriced && priced === null && !isAccepted ? classes.outside : '',
    props.aim === number ? classes.aim : '',
  ].join(' ');
  return (
    <>
      {column.gapBefore !== null && <div className={classes.gap} aria-hidden />}
      <div
        role="gridcell"
        className={looksLike}
        tabIndex={isFocused ? 0 : -1}
        data-row={person.person}
        data-column={number}
        data-aim={props.aim === number ? '' : undefined}
        aria-label={labelOf({ label, price, given, chip })}
      >
        {given !== undefined && !chip && (
          <span
            className={`${chipClasses.chip} ${chipClasses.given} ${column.window === 'WED_FRI' ? chipClasses.late : chipClasses.early}`}
          >
            <b>{given}</b> <span>Declined</span>
          </span>
        )}
        {chip && (
          <ChipView
            chip={chip}
            part={partOf(chip, person.person)}
            isSelected={props.selected === chip.review}
            isCarried={props.carried === chip.review}
            since={props.version}
          />
        )}
        {isPriced && isAccepted && !isTaken && place?.isNow !== true && (
          <PriceView
            place={place}
            isLate={column.window === 'WED_FRI'}
            isAim={props.aim === number || isFocused}
          />
        )}
      </div>
    </>
  );
}
