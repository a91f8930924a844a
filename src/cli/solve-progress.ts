import { SingleBar } from 'cli-progress';
import { AIMS, type AimName } from '../solver/plan.js';
import { type TextStream } from './surroundings.js';

/** What is known of the aim that is being worked on. */
export interface AimNews {
  aim: AimName;
  /** Of the best plan so far; null while there is none. */
  value: number | null;
  bound: number | null;
  phase: 'started' | 'improved' | 'settled';
}

export interface ProgressDisplay {
  show(news: AimNews): void;
  /** Gives the terminal back; call it however the solve ended. */
  end(): void;
}

/**
 * Shows a solve's progress: one bar that moves on a terminal, a line for each piece of news in a
 * pipe. Both name the aim, the value, the bound, the gap between them, and the time since the start.
 *
 * @param now milliseconds on any clock that only goes forward
 */
export function progressDisplay(
  stream: TextStream,
  now: () => number = () => performance.now(),
): ProgressDisplay {
  const start = now();
  const elapsed = (): string => `${((now() - start) / 1000).toFixed(1)} s`;
  return stream.isTTY === true ? movingBar(stream, elapsed) : plainLines(stream, elapsed);
}

/** For example `coverage: value 171, bound 180, gap 9`. */
export function describeNews({ aim, value, bound, phase }: AimNews): string {
  const numbers = [
    value === null ? 'no plan yet' : `value ${value}`,
    ...(bound === null ? [] : [`bound ${bound}`]),
    ...(value === null || bound === null ? [] : [`gap ${Math.abs(bound - value)}`]),
  ].join(', ');
  if (phase === 'started') return `${aim}: started, ${numbers}`;
  if (phase === 'improved') return `${aim}: ${numbers}`;
  return `${aim}: ${numbers}, ${value !== null && value === bound ? 'proven' : 'not proven'}`;
}

function plainLines(stream: TextStream, elapsed: () => string): ProgressDisplay {
  return {
    show(news) {
      const position = AIMS.indexOf(news.aim) + 1;
      stream.write(
        `aim ${position} of ${AIMS.length}, ${describeNews(news)}, elapsed ${elapsed()}\n`,
      );
    },
    end() {
      // Every line has already been written whole.
    },
  };
}

function movingBar(stream: TextStream, elapsed: () => string): ProgressDisplay {
  let told = 'reading the problem';
  const bar = new SingleBar({
    stream,
    format: (options, { progress }) => {
      const width = options.barsize ?? 0;
      const full = Math.round(progress * width);
      return `[${'='.repeat(full)}${'-'.repeat(width - full)}] ${told}, elapsed ${elapsed()}`;
    },
    barsize: AIMS.length * 3,
    fps: 4,
    forceRedraw: true,
    hideCursor: true,
    linewrap: false,
    // The command itself handles Ctrl-C, and ends the display.
    gracefulExit: false,
  });
  bar.start(AIMS.length, 0);
  return {
    show(news) {
      const position = AIMS.indexOf(news.aim);
      told = `aim ${position + 1} of ${AIMS.length}, ${describeNews(news)}`;
      bar.update(news.phase === 'settled' ? position + 1 : position);
    },
    end() {
      bar.stop();
    },
  };
}
