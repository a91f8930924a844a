/** Made once: making one takes longer than a hundred amounts. */
const format = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** "£1,250.00", "−£12.50". @param pence whole pence */
export function pounds(pence: number): string {
  return `${pence < 0 ? '−' : ''}£${format.format(Math.abs(pence) / 100)}`;
}
