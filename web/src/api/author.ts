/** The name under which changes are recorded, until people have accounts: asked once, kept in this browser. */
const key = 'qar.author';

export function authorName(): string | undefined {
  return localStorage.getItem(key) ?? undefined;
}

export function keepAuthorName(name: string): void {
  localStorage.setItem(key, name.trim());
}
