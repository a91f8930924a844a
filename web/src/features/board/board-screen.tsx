import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import type { Board } from '../../api/board';
import { Go } from '../../parts/go';
import { usePrinting } from '../../parts/printing';
import { Empty, Failed, Loading } from '../../parts/states';
import { leadsTarget } from '../../parts/term-links';
import { BoardDialogs } from './board-dialogs';
import { BoardGrid } from './board-grid';
import { keepLetters, lettersAreOn } from './board-keys';
import { BoardList } from './board-list';
import { BoardTop } from './board-top';
import classes from './board.module.css';
import { ChangeBar } from './change-bar';
import { FactsSince, useFactsSince } from './facts-since';
import { Filters } from './filters';
import { type Filter, gridRows, trayLevels } from './grid-model';
import { Legend } from './legend';
import { isAbout } from './lost-seats';
import { type PanelTab, ReviewPanel } from './review-panel';
import { type BoardState, useBoard, useColumns, useFolds, usePricing } from './use-board';
import { useBoardCommands } from './use-board-commands';
import { useCarrying } from './use-carrying';
import { useSaving } from './use-saving';
import { Verdict } from './verdict';

/** The part of the address that says what is shown. */
export interface BoardSearch {
  readonly review?: string | undefined;
  readonly tab?: PanelTab | undefined;
  readonly find?: string | undefined;
  readonly regions?: string | undefined;
  readonly needs?: string | undefined;
  readonly view?: 'board' | 'list' | undefined;
}

export interface BoardScreenProps {
  readonly term: string;
  readonly plan: string;
  readonly search: BoardSearch;
  readonly onSearch: (changes: BoardSearch) => void;
  /** Opens another version of the plan. */
  readonly onVersion: (plan: string) => void;
  readonly goTo: (href: string) => void;
}

/** A plan as a board, and everything that is done to it by hand. */
export function BoardScreen(props: BoardScreenProps) {
  const state = useBoard(props.plan);
  const { board, error } = state;
  if (board === undefined) {
    return error === null ? (
      <Loading what="the plan board" />
    ) : (
      <Failed error={error} onRetry={state.retry} />
    );
  }
  return <Shown {...props} state={state} board={board} />;
}

export interface ShownProps extends BoardScreenProps {
  readonly state: BoardState;
  readonly board: Board;
}

/** A tray of more than a dozen begins folded. */
const FEW = 12;

function Shown(props: ShownProps) {
  const { term, plan, search, onSearch, goTo, state, board } = props;
  const isNarrow = useMediaQuery('(max-width: 740px)', false, { getInitialValueInEffect: false });
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const filter = useFilter(search);
  const [folded, fold] = useFolds();
  const [tray, setTray] = useState<boolean | null>(null);
  const isTrayOpen = tray ?? trayLevels(board.chips).size <= FEW;
  const rows = useMemo(
    () => gridRows(board, filter, folded, isTrayOpen),
    [board, filter, folded, isTrayOpen],
  );
  const columns = useColumns(board);
  const [letters, setLetters] = useState(lettersAreOn);
  const filterInput = useRef<HTMLInputElement>(null);
  const carrying = useCarrying(state, columns);
  const saving = useSaving(props);
  const since = useFactsSince(term, plan);
  const pageOf = (person: string): string => `/terms/${term}/plans/${plan}/leads/${person}`;
  const openPerson = (person: string): void => goTo(pageOf(person));
  const why = (review: string): string => `/terms/${term}/plans/${plan}/reviews/${review}`;
  const commands = useBoardCommands({
    state,
    board,
    rows,
    columns,
    carrying,
    letters,
    selected: search.review ?? null,
    filterInput,
    onOpen: (review) => onSearch({ review }),
    onFold: fold,
    onTray: () => setTray(!isTrayOpen),
    onWhy: (review) => goTo(why(review)),
    onPerson: openPerson,
  });
  const opened = board.chips.find(({ review }) => review === search.review);
  const inHand = commands.dragged?.chip ?? carrying.chip;
  const priced = inHand ?? opened ?? null;
  const { carry, prices } = usePricing(state, columns, priced?.review ?? null);
  const isPrinting = usePrinting();
  const isList = isPrinting || search.view === 'list' || (isNarrow && search.view !== 'board');
  const panel = opened && (
    <ReviewPanel
      state={state}
      chip={opened}
      carry={carry?.review === opened.review ? carry : undefined}
      lost={opened.isUnsaved ? [] : since.filter((line) => isAbout(line, opened.review))}
      tab={search.tab ?? 'lead'}
      why={why(opened.review)}
      leadPage={opened.lead === null ? null : pageOf(opened.lead)}
      onTab={(tab) => onSearch({ tab })}
      onName={board.plan.termId === null ? undefined : () => commands.name(opened.review)}
      onClose={commands.closePanel}
    />
  );
  const hasSide = opened !== undefined && isWide && !isList;
  return (
    <div className={`${classes.page} ${isList ? classes.listed : ''}`}>
      <BoardTop
        board={board}
        isOutdated={since.length > 0}
        isList={isList}
        onView={(view) => onSearch({ view })}
        onHelp={() => commands.show('HELP')}
        planFile={`/api/v1/plans/${plan}/export.xlsx`}
        compare={`/terms/${term}/compare?with=${plan}`}
        map={`/terms/${term}/plans/${plan}/map`}
        dropOuts={`/terms/${term}/plans/${plan}/drop-outs`}
      />
      <ChangeBar
        state={state}
        board={board}
        isSaving={saving.isSaving}
        isRunning={saving.isRunning}
        onSave={saving.save}
        onRun={saving.run}
      />
      {saving.notice(board)}
      <FactsSince lines={since} term={term} />
      <Filters
        board={board}
        filter={filter}
        input={filterInput}
        onFilter={({ text, regions, needs }) =>
          onSearch({
            find: text === '' ? undefined : text,
            regions: regions.length === 0 ? undefined : regions.join(','),
            needs: needs.length === 0 ? undefined : needs.join(','),
          })
        }
      />
      <div className={`${classes.main} ${hasSide ? classes.withPanel : ''}`}>
        <div className={classes.left}>
          {isList ? (
            <BoardList
              board={board}
              term={term}
              filter={filter}
              onOpen={(review) => onSearch({ review })}
            />
          ) : board.people.length === 0 ? (
            <Empty
              title="Nobody can lead a review this term"
              action={
                <Go target={leadsTarget(term)} look="button">
                  See the Lead Reviewers
                </Go>
              }
            >
              Enter Lead Reviewers and their availability, then run again.
            </Empty>
          ) : (
            <>
              <BoardGrid
                board={board}
                rows={rows}
                place={commands.place}
                focusCount={commands.focusCount}
                folded={folded}
                isTrayOpen={isTrayOpen}
                selected={search.review ?? null}
                carried={inHand?.review ?? null}
                prices={prices}
                priced={inHand || !opened ? null : commands.columnOf(opened)}
                aim={commands.dragged?.over ?? null}
                onKeyDown={commands.onKeyDown}
                onPerson={openPerson}
                onPlace={commands.setPlace}
                onOpen={(review) => onSearch({ review })}
                onFold={fold}
                onTray={() => setTray(!isTrayOpen)}
                onShowWaiting={() => commands.show('WAITING')}
                onDrag={commands.onDrag}
                onDrop={commands.onDrop}
              />
              <Legend version={board.plan.version} />
              <Verdict
                chip={inHand}
                over={commands.dragged ? commands.dragged.over : commands.place}
                how={commands.dragged ? 'MOUSE' : 'KEYS'}
                carry={carry}
                prices={prices}
                columns={columns}
                refused={commands.refused}
              />
            </>
          )}
        </div>
        {hasSide && (
          <aside
            className={classes.side}
            aria-label="The review in hand"
            onKeyDown={commands.onPanelKey}
          >
            {panel}
          </aside>
        )}
      </div>
      {!hasSide && (
        <Drawer.Root
          opened={opened !== undefined}
          onClose={commands.closePanel}
          position="right"
          size={isNarrow ? '100%' : 340}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label="The review in hand">
            <Drawer.Body p={0}>{panel}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
      <BoardDialogs
        state={state}
        board={board}
        term={term}
        dialog={commands.dialog}
        subject={commands.subject}
        letters={letters}
        onLetters={(areOn) => {
          keepLetters(areOn);
          setLetters(areOn);
        }}
        onClose={commands.closeDialog}
        conflict={saving.conflict}
        onRebase={saving.rebase}
        onNotNow={saving.dismiss}
        compare={(newest) => `/terms/${term}/compare?plans=${plan},${newest}`}
      />
    </div>
  );
}

function useFilter({ find, regions, needs }: BoardSearch): Filter {
  return useMemo(
    () => ({
      text: find ?? '',
      regions: regions?.split(',') ?? [],
      needs: needs?.split(',') ?? [],
    }),
    [find, regions, needs],
  );
}
