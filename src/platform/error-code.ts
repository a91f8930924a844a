/** The code of an error of the system or of PostgreSQL, such as `ENOENT` or `23505`; undefined when it has none. Reads the code rather than the class, which differs between realms. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}
