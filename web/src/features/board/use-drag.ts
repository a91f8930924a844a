import {
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from './grid-model';

type Report<Review> = (review: Review, over: Place | null) => void;

/**
 * Tells which review is dragged over which cell. The grid is one target: which cell it is, is told from the point, so
 * that a board of thousands of cells has one listener.
 */
export function useDrag(
  scroller: RefObject<HTMLElement | null>,
  onDrag: Report<string | null>,
  onDrop: Report<string>,
): void {
  const report = useRef({ onDrag, onDrop });
  useEffect(() => {
    report.current = { onDrag, onDrop };
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const reviewOf = (data: Record<string, unknown>): string | null =>
      typeof data.review === 'string' ? data.review : null;
    return combine(
      dropTargetForElements({ element }),
      monitorForElements({
        canMonitor: ({ source }) => reviewOf(source.data) !== null,
        onDragStart: ({ source }) => report.current.onDrag(reviewOf(source.data), null),
        onDrag: ({ source, location }) =>
          report.current.onDrag(reviewOf(source.data), cellAt(location.current.input)),
        onDrop: ({ source, location }) => {
          const review = reviewOf(source.data);
          const isOver = location.current.dropTargets.length > 0;
          if (review !== null) {
            report.current.onDrop(review, isOver ? cellAt(location.current.input) : null);
          }
          report.current.onDrag(null, null);
        },
      }),
    );
  }, [scroller]);
}

/** Chips lie over the cells they fill: what counts is the cell below the point. */
function cellAt({ clientX, clientY }: { clientX: number; clientY: number }): Place | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    if (!(element instanceof HTMLElement)) continue;
    const { row, column } = element.dataset;
    if (row !== undefined && column !== undefined) return { row, column: Number(column) };
  }
  return null;
}
