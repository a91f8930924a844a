/** What can be moved on the board of a plan, and the way there by keyboard. */
import type { Page } from 'playwright-core';
import type { InBrowser } from './in-browser.js';

export interface Chip {
  review: string;
  school: string;
  short: string;
  urn: string;
  tag: string;
  lead: string | null;
  week: string;
  window: string;
}
export interface Place {
  tone: string;
  week: string;
  window: string;
  words: string;
}
export interface BoardAnswer {
  plan: { newest: { id: string } };
  chips: Chip[];
  weeks: { week: string }[];
  groups: { people: string[] }[];
}
export interface CarryAnswer {
  words: string;
  people: { person: string; name: string; places: Place[] }[];
}

/** A review that somebody else could lead. */
export interface Move {
  readonly chip: Chip;
  /** Who could, and where they are on the board. */
  readonly row: string;
  readonly name: string;
  readonly place: Place;
  readonly column: number;
}

/** Only rows in sight are on the page: people who are there without scrolling. */
function inSight({ groups }: BoardAnswer): ReadonlySet<string> {
  return new Set(groups.flatMap(({ people }) => people).slice(0, 12));
}

/** A review of somebody in sight. */
export function someChip(board: BoardAnswer): Chip & { lead: string } {
  const near = inSight(board);
  const chip = board.chips.find(({ lead }) => lead !== null && near.has(lead));
  if (!chip || chip.lead === null) throw new Error('Nobody in sight leads anything.');
  return { ...chip, lead: chip.lead };
}

/** Reviews of the newest version that somebody else in sight could lead, with where. */
export async function movable(product: InBrowser, plan: string): Promise<Move[]> {
  const board = await product.ask<BoardAnswer>(`/plans/${plan}/board`);
  const found: Move[] = [];
  const near = inSight(board);
  for (const chip of board.chips.filter(({ lead }) => lead !== null && near.has(lead))) {
    const carry = await product.ask<CarryAnswer>(`/plans/${plan}/carry`, { review: chip.review });
    const options = carry.people.flatMap(({ person, name, places }) =>
      places
        .filter(({ tone }) => tone !== 'REFUSED' && person !== chip.lead && near.has(person))
        .map((place) => ({ chip, row: person, name, place, column: columnOf(board, place) })),
    );
    const [first] = options.filter(({ row }) => found.every((other) => other.row !== row));
    if (first) found.push(first);
    if (found.length === 2) break;
  }
  return found;
}

function columnOf(board: BoardAnswer, { week, window }: { week: string; window: string }): number {
  const at = board.weeks.findIndex((each) => each.week === week);
  return at * 2 + (window === 'WED_FRI' ? 1 : 0);
}

/** Whether a row lies above (-1) or below (1) the cell in focus, and where that cell is. */
function wayTo(page: Page, row: string): Promise<{ row: string; column: number; down: number }> {
  return page.evaluate(`(() => {
    const cell = document.activeElement;
    const top = (key) => document.querySelector('[data-row="' + key + '"]')?.getBoundingClientRect().top;
    const [from, to] = [top(cell.dataset.row), top(${JSON.stringify(row)})];
    const down = from === undefined || to === undefined ? 1 : Math.sign(to - from);
    return { row: cell.dataset.row ?? '', column: Number(cell.dataset.column), down };
  })()`);
}

/** Goes from the cell in focus to another one by arrow keys alone. */
export async function walk(page: Page, row: string, column: number): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    const at = await wayTo(page, row);
    if (at.row === row && at.column === column) return;
    if (at.row !== row) await page.keyboard.press(at.down < 0 ? 'ArrowUp' : 'ArrowDown');
    else await page.keyboard.press(column > at.column ? 'ArrowRight' : 'ArrowLeft');
  }
  throw new Error(`The keys do not lead to ${row}, ${column}.`);
}

/** Where a review stands in a plan. */
export async function columnNow(product: InBrowser, plan: string, chip: Chip): Promise<number> {
  return columnOf(await product.ask<BoardAnswer>(`/plans/${plan}/board`), chip);
}
