/** "£1,250.00", "−£12.50": pence as they are said. */
export function pounds(pence: number): string {
  const amount = (Math.abs(pence) / 100).toLocaleString('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${pence < 0 ? '−' : ''}£${amount}`;
}
