import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Board } from '../../api/board';
import { columnsOf, gridTemplate, leastWidth, type Prices } from './columns';
import classes from './grid.module.css';
import { chipsByPerson, type GridRow, type Place } from './grid-model';
import { PersonRow } from './person-row';
import { RegionRow } from './region-row';
import { TitleRow } from './title-row';
import { TrayRows } from './tray-rows';
import { useDrag } from './use-drag';

const HEADS = 58;
const PERSON = 38;
const REGION = 26;
/** The tray's first row has two lines in its head. */
const TRAY = 54;
const NOBODY: readonly never[] = [];

export interface BoardGridProps {
  readonly board: Board;
  readonly rows: readonly GridRow[];
  readonly place: Place;
  /** Raised when the focus is to go to the place, as after a key. */
  readonly focusCount: number;
  readonly folded: ReadonlySet<string>;
  readonly isTrayOpen: boolean;
  readonly selected: string | null;
  readonly carried: string | null;
  readonly prices: ReadonlyMap<string, Prices> | undefined;
  readonly priced: number | null;
  readonly aim: Place | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPlace: (place: Place) => void;
  readonly onOpen: (review: string) => void;
  readonly onPerson: (person: string) => void;
  readonly onFold: (region: string) => void;
  readonly onTray: () => void;
  readonly onShowWaiting: () => void;
  readonly onDrag: (review: string | null, over: Place | null) => void;
  readonly onDrop: (review: string, over: Place | null) => void;
}

/** The board as one grid with one tab stop. Only the rows in sight are there, and the one with the focus. */
export function BoardGrid(props: BoardGridProps) {
  const { board, rows, place, focusCount, prices, isTrayOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(board.weeks), [board.weeks]);
  const tracks = useMemo(() => gridTemplate(board.weeks), [board.weeks]);
  const byPerson = useMemo(() => chipsByPerson(board.chips), [board.chips]);
  const givenUp = useMemo(() => byHolder(board.givenUp), [board.givenUp]);
  const tray = rows.filter(({ kind }) => kind === 'TRAY').length;
  const body = useMemo(() => rows.slice(tray), [rows, tray]);
  const trayHeight = TRAY + (tray - 1) * PERSON;
  const above = HEADS + trayHeight;
  const focusedAt = body.findIndex(({ key }) => key === place.row);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used while this renders, and never handed on
  const virtualizer = useVirtualizer({
    count: body.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (body[index]?.kind === 'REGION' ? REGION : PERSON),
    getItemKey: (index) => body[index]?.key ?? index,
    overscan: 4,
    scrollMargin: above,
    scrollPaddingStart: above,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const inSight = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const isOut = focusedAt >= 0 && (focusedAt < from || focusedAt > to);
      return isOut ? [...inSight, focusedAt].sort((a, b) => a - b) : inSight;
    },
  });
  useFocus(scroller, place, focusCount);
  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current) return;
    isOpened.current = true;
    if (focusedAt > 0) virtualizer.scrollToIndex(focusedAt, { align: 'center' });
  });
  useDrag(scroller, props.onDrag, props.onDrop);
  const click = (event: MouseEvent): void => {
    const at = cellOf(event.target);
    if (at) props.onPlace(at);
    const review = (event.target as Element).closest('[data-review]')?.getAttribute('data-review');
    if (review !== null && review !== undefined) props.onOpen(review);
    const person = (event.target as Element).closest('[data-person]')?.getAttribute('data-person');
    if (person !== null && person !== undefined) props.onPerson(person);
  };
  const style = {
    '--tracks': tracks,
    '--least': `${leastWidth(board.weeks)}px`,
    '--tray-height': `${trayHeight}px`,
  } as CSSProperties;
  return (
    <div className={classes.wrap} ref={scroller} style={style} data-board>
      <div
        role="grid"
        aria-label={`Plan board, ${board.plan.name}`}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className={classes.grid}
        onKeyDown={props.onKeyDown}
        onClick={click}
        onFocus={(event) => {
          const at = cellOf(event.target);
          if (at) props.onPlace(at);
        }}
      >
        <div role="rowgroup" className={classes.titles}>
          <TitleRow weeks={board.weeks} />
        </div>
        <TrayRows
          board={board}
          columns={columns}
          levels={tray}
          isOpen={isTrayOpen}
          focused={place.row.startsWith('tray ') ? place : null}
          selected={props.selected}
          carried={props.carried}
          aim={props.aim?.row.startsWith('tray ') === true ? props.aim : null}
          onToggle={props.onTray}
          onShowWaiting={props.onShowWaiting}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = body[index];
            if (row === undefined || row.kind === 'TRAY') return null;
            const isHere = row.key === place.row;
            if (row.kind === 'REGION') {
              return (
                <RegionRow
                  key={key}
                  group={row.group}
                  row={row.key}
                  rowIndex={tray + index + 2}
                  top={start - above}
                  columns={columns.length}
                  isFocused={isHere}
                  isFolded={props.folded.has(row.group.region)}
                  onToggle={props.onFold}
                />
              );
            }
            return (
              <PersonRow
                key={key}
                person={row.person}
                chips={byPerson.get(row.key) ?? NOBODY}
                givenUp={givenUp.get(row.key) ?? NOBODY}
                columns={columns}
                rowIndex={tray + index + 2}
                top={start - above}
                focused={isHere ? place.column : null}
                selected={props.selected}
                carried={props.carried}
                prices={prices?.get(row.key)}
                priced={props.priced}
                isPricing={prices !== undefined}
                aim={props.aim?.row === row.key ? props.aim.column : null}
                version={board.plan.version}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Brings the place into sight and the focus to it, once it is on the page. */
function useFocus(
  scroller: RefObject<HTMLDivElement | null>,
  { row, column }: Place,
  count: number,
): void {
  const wanted = useRef(0);
  useLayoutEffect(() => {
    if (count === wanted.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row)}"][data-column="${column}"]`,
    );
    if (!cell) return;
    wanted.current = count;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell.focus({ preventScroll: true });
  });
}

/** The cell that something on the page belongs to. */
export function cellOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column: Number(column) };
}

function byHolder(
  givenUp: Board['givenUp'],
): ReadonlyMap<string, readonly Board['givenUp'][number][]> {
  const by = new Map<string, Board['givenUp'][number][]>();
  for (const each of givenUp) by.set(each.person, [...(by.get(each.person) ?? []), each]);
  return by;
}
