import { useEffect, useRef } from 'react';
import type { Ranking } from '../../api/ranking';
import { announce } from '../../parts/announcer';
import { announcementOf } from './ranking-words';

/** Between two messages at least, so that nobody is talked over. */
const QUIET_MS = 10_000;

/** Tells a screen reader how prices come in: now and then, and at the end. */
export function useRankingTold(ranking: Ranking, isLed: boolean): void {
  const told = useRef({ at: 0, isWhole: false });
  useEffect(() => {
    if (ranking.toPrice === null || told.current.isWhole) return;
    const now = Date.now();
    if (!ranking.isWhole && now - told.current.at < QUIET_MS) return;
    told.current = { at: now, isWhole: ranking.isWhole };
    announce(announcementOf(ranking, isLed));
  }, [ranking, isLed]);
}
