/** The term that was looked at last in this browser. */
const key = 'qar.term';

export function keptTerm(): string | undefined {
  return localStorage.getItem(key) ?? undefined;
}

export function keepTerm(term: string): void {
  localStorage.setItem(key, term);
}
