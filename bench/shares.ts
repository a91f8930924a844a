/** A line of the table: median and 95th percentile, in milliseconds and as a share of the anchor. */
export function sharesOf(what: string, took: readonly number[], anchor: number): string {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): string => {
    const index = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
    const milliseconds = sorted[index] ?? 0;
    return `${milliseconds.toFixed(0)} ms = ${(milliseconds / anchor).toFixed(3)} A`;
  };
  return `${what}: median ${at(0.5)}, 95 of 100 within ${at(0.95)} (${took.length})`;
}
