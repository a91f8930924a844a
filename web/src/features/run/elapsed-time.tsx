import { useEffect, useState } from 'react';
import { durationInWords } from '../../parts/instants';

/** The time since an instant, going on by the second. No live region: a screen reader is not told each second. */
export function ElapsedTime({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, (now - new Date(since).getTime()) / 1000);
  return <span role="timer">{durationInWords(seconds)}</span>;
}
