import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';

/** What is drawn of a table of many rows: those in sight, and the one where the focus is, or would go. */
export function inSightWith(active: number) {
  return (range: Range): number[] => {
    const inSight = defaultRangeExtractor(range);
    if (inSight.includes(active) || active < 0 || active >= range.count) return inSight;
    return active < (inSight[0] ?? 0) ? [active, ...inSight] : [...inSight, active];
  };
}

/** A row that is drawn, with the room above it that rows out of sight take. */
export interface DrawnRow {
  readonly key: string | number | bigint;
  readonly index: number;
  readonly gap: number;
}

/** @param top where the first row begins */
export function drawnRows(
  items: readonly { key: string | number | bigint; index: number; start: number; end: number }[],
  top = 0,
): DrawnRow[] {
  return items.map(({ key, index, start }, at) => ({
    key,
    index,
    gap: start - (items[at - 1]?.end ?? top),
  }));
}

const noRoom = { padding: 0, border: 0, background: 'none' } as const;

/** The room of rows that are not on the page, above what follows. */
export function AfterGap({ gap, children }: { gap: number; children?: ReactNode }) {
  return (
    <>
      {gap > 0 && (
        <tr aria-hidden style={{ ...noRoom, height: gap }}>
          <td style={{ ...noRoom, height: gap }} />
        </tr>
      )}
      {children}
    </>
  );
}
