/** A word, number or sign of what somebody said, and where it stands in it. */
export interface Token {
  /** In lower case, with plain quotes and dashes. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{4}|[/.]\d{2})?(?!\d)|w\/[bc]|\d+(?:st|nd|rd|th)?|\p{L}[\p{L}']*|[^\s]/gu;

/** Takes a sentence apart. Its characters keep their places, so that words can be shown as they were said. */
export function tokensOf(said: string): Token[] {
  const plain = said
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .toLowerCase();
  return [...plain.matchAll(TOKEN)].map((match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Reads tokens from the left. What cannot be read leaves it where it was. */
export class Cursor {
  constructor(
    readonly tokens: readonly Token[],
    public at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The word so many places on; empty beyond the end. */
  peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.word ?? '';
  }

  clone(): Cursor {
    return new Cursor(this.tokens, this.at);
  }

  /** Takes the word if it is one of these. */
  takeOne(words: readonly string[] | { has(word: string): boolean }): string | null {
    const word = this.peek();
    const isOne = 'has' in words ? words.has(word) : words.includes(word);
    if (word === '' || !isOne) return null;
    this.at += 1;
    return word;
  }

  /** Takes the words of a phrase that is written with blanks between them; hyphens between words do not matter. */
  takePhrase(phrase: string): boolean {
    const start = this.at;
    for (const word of phrase.split(' ')) {
      if (this.at > start && this.peek() === '-') this.at += 1;
      if (this.peek() !== word) {
        this.at = start;
        return false;
      }
      this.at += 1;
    }
    return true;
  }

  /** What `read` finds; null, and nothing taken, where it finds nothing. */
  try<T>(read: () => T | null): T | null {
    const start = this.at;
    const found = read();
    if (found === null) this.at = start;
    return found;
  }
}
