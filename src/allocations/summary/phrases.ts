/** "A", "A and B", "A, B and C"; with semicolons where a name has a comma of its own, as "Vale School, Leeds" has. */
export function listed(parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  const joined = parts.slice(0, -1).join(parts.some((part) => part.includes(',')) ? '; ' : ', ');
  return [joined, parts.at(-1) ?? ''].filter((text) => text !== '').join(` ${last} `);
}

/** "1 review", "1,200 points" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbered(count)} ${count === 1 ? one : many}`;
}

const format = new Intl.NumberFormat('en-GB');

/** "1,200" */
export function numbered(value: number): string {
  return format.format(value);
}

/** "148 of 153 reviews have a lead." */
export function coveredInWords({
  covered,
  reviews,
}: {
  readonly covered: number;
  readonly reviews: number;
}): string {
  if (reviews === 0) return 'No review takes part.';
  if (reviews === 1 && covered === 1) return 'The review has a lead.';
  return `${numbered(covered)} of ${counted(reviews, 'review')} ${covered === 1 ? 'has' : 'have'} a lead.`;
}

/** @param pinned reviews that every plan in question keeps, as somebody pinned them by hand */
export function provenInWords(pinned: number): string {
  const keeping = pinned === 0 ? '' : ` that keeps the ${counted(pinned, 'pinned review')}`;
  return `Proven: no other plan${keeping} serves the aims better, in their order.`;
}

/** With a capital at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
