/** The time within which so great a share of the times lies, nearest rank. @param share 0.5 for the median */
export function atShare(took: readonly number[], share: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A line of the table: median and 95th percentile, in milliseconds and as a share of the anchor. */
export function sharesOf(what: string, took: readonly number[], anchor: number): string {
  const at = (share: number): string => {
    const milliseconds = atShare(took, share);
    return `${milliseconds.toFixed(0)} ms = ${(milliseconds / anchor).toFixed(3)} A`;
  };
  return `${what}: median ${at(0.5)}, 95 of 100 within ${at(0.95)} (${took.length})`;
}
