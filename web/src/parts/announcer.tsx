import { useSyncExternalStore } from 'react';

interface Message {
  readonly text: string;
  /** Grows with each message, so that the same words said again are told again. */
  readonly count: number;
}

/** The newest message of a live region, and who wants to know of it. */
class LiveRegion {
  #message: Message = { text: '', count: 0 };
  readonly #listeners = new Set<() => void>();

  readonly say = (text: string): void => {
    this.#message = { text, count: this.#message.count + 1 };
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly message = (): Message => this.#message;
}

const polite = new LiveRegion();
const assertive = new LiveRegion();

/** Tells people who use a screen reader what has happened, when they next pause. One message an action. */
export const announce = polite.say;

/** Interrupts a screen reader: only for what was refused. */
export const alert = assertive.say;

function Region({ region, urgency }: { region: LiveRegion; urgency: 'polite' | 'assertive' }) {
  const { text, count } = useSyncExternalStore(region.subscribe, region.message);
  return (
    <div className="sr" aria-live={urgency} aria-atomic="true" data-live={urgency}>
      <span key={count}>{text}</span>
    </div>
  );
}

/** The page's live regions. They are always there, as screen readers watch only what they have seen. */
export function Announcer() {
  return (
    <>
      <Region region={polite} urgency="polite" />
      <Region region={assertive} urgency="assertive" />
    </>
  );
}
