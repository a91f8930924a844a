/**
 * Beats at even intervals until it is stopped, and sooner when asked; never twice at once. A beat
 * that takes long delays the next one.
 */
export class RunHeart {
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | undefined;
  private askedAgain = false;
  private stopped = false;
  private readonly afterwards: (() => void)[] = [];

  /** @param beat must not reject */
  constructor(
    private readonly intervalMs: number,
    private readonly beat: () => Promise<void>,
  ) {
    this.wait();
  }

  /** Beats now, or again as soon as the beat under way is over. */
  beatSoon(): void {
    if (this.stopped) return;
    if (this.beating !== undefined) {
      this.askedAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.beating = this.beat().finally(() => {
      this.beating = undefined;
      const again = this.askedAgain;
      this.askedAgain = false;
      if (again) this.beatSoon();
      else this.wait();
    });
  }

  /** Calls `then` when the heart stops. */
  onStop(then: () => void): void {
    this.afterwards.push(then);
  }

  /** Resolves when no beat is under way any more, and none will follow. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const then of this.afterwards) then();
    await this.beating;
  }

  private wait(): void {
    if (!this.stopped) this.timer = setTimeout(() => this.beatSoon(), this.intervalMs);
  }
}
