/** What the person is told of their own answer, told to somebody else. */
export function theirs(because: string): string {
  return because.replace(/^You said/u, 'They said').replace('unless you say', 'unless they say');
}
