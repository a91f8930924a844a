import { BadFile } from './bad-file.js';
import { type JsonPath, quote } from './json-path.js';

/**
 * A JSON value. Objects are maps, so that their keys keep the order of the file and a key such as
 * `__proto__` is a key like any other.
 */
export type Json = null | boolean | number | string | Json[] | Map<string, Json>;

export interface JsonText {
  value: Json;
  /** Keys that an object names twice, in the order of the file. The first value stands. */
  repeatedKeys: JsonPath[];
}

/** No field of the format lies deeper; what does is checked as JSON, and read as an empty list. */
const DEEPEST_KEPT = 32;
/** Far more than any term has; more would exhaust the memory before a fault could be named. */
const MOST_CONTAINERS = 2_000_000;
/** Nobody reads more of these. */
const MOST_REPEATED_KEYS = 21;
const OBJECT = 1;
const LIST = 2;

/**
 * Reads JSON (RFC 8259) strictly, without recursion, so that no depth of nesting can exhaust the
 * stack. The platform's own JSON.parse is not used because it forgets repeated keys and words the
 * place of a fault differently from one Node release to the next.
 *
 * @throws BadFile with the line and the column (in characters, from 1) of the first fault.
 */
export function parseJson(text: string): JsonText {
  return new JsonReader(text).read();
}

class JsonReader {
  private position = 0;
  private depth = 0;
  private opened = 0;
  /** OBJECT or LIST for every bracket that is open: one byte each, as there may be millions. */
  private brackets = new Uint8Array(64);
  private readonly containers: (Json[] | Map<string, Json>)[] = [];
  private readonly keys: string[] = [];
  private readonly repeatedKeys: JsonPath[] = [];

  constructor(private readonly text: string) {}

  read(): JsonText {
    this.skipSpace();
    if (this.position === this.text.length) {
      this.refuse('the file is empty. Fetch it again, or check that it is the right file.');
    }
    for (;;) {
      let value = this.open();
      if (value === undefined) continue;
      for (;;) {
        if (this.depth === 0) return this.finish(value);
        this.attach(value);
        this.skipSpace();
        if (this.next() === ',') {
          this.position++;
          this.skipSpace();
          if (this.inObject()) this.readKey();
          break;
        }
        value = this.close();
      }
    }
  }

  private finish(value: Json): JsonText {
    this.skipSpace();
    if (this.position < this.text.length)
      this.fail('there is more after the end of the JSON value');
    return { value, repeatedKeys: this.repeatedKeys };
  }

  /** Reads a scalar or an empty container; undefined when a container has been opened instead. */
  private open(): Json | undefined {
    this.skipSpace();
    const next = this.next();
    if (next !== '{' && next !== '[') return this.readScalar();
    this.push(next === '{' ? OBJECT : LIST);
    this.position++;
    this.skipSpace();
    if (this.next() === (next === '{' ? '}' : ']')) return this.close();
    if (next === '{') this.readKey();
    return undefined;
  }

  private push(kind: number): void {
    if (this.depth === this.brackets.length) {
      const wider = new Uint8Array(2 * this.depth);
      wider.set(this.brackets);
      this.brackets = wider;
    }
    this.brackets[this.depth++] = kind;
    if (this.depth <= DEEPEST_KEPT) {
      if (++this.opened > MOST_CONTAINERS) this.failTooLarge();
      this.containers.push(kind === OBJECT ? new Map<string, Json>() : []);
      this.keys.push('');
    }
  }

  private close(): Json {
    const closing = this.inObject() ? '}' : ']';
    if (this.next() !== closing) this.fail(`expected a comma or ${closing}`);
    this.position++;
    if (this.depth-- > DEEPEST_KEPT) return [];
    this.keys.pop();
    return this.containers.pop() ?? [];
  }

  private inObject(): boolean {
    return this.brackets[this.depth - 1] === OBJECT;
  }

  private attach(value: Json): void {
    if (this.depth > DEEPEST_KEPT) return;
    const container = this.containers[this.depth - 1];
    const key = this.keys[this.depth - 1] ?? '';
    if (Array.isArray(container)) container.push(value);
    else if (container !== undefined && !container.has(key)) container.set(key, value);
  }

  private readKey(): void {
    if (this.next() !== '"') this.fail('expected a field name in double quotes');
    const key = this.readString();
    this.skipSpace();
    if (this.next() !== ':') this.fail('expected a colon after the field name');
    this.position++;
    if (this.depth > DEEPEST_KEPT) return;
    this.keys[this.depth - 1] = key;
    const container = this.containers[this.depth - 1];
    if (this.repeatedKeys.length === MOST_REPEATED_KEYS) return;
    if (container instanceof Map && container.has(key)) this.repeatedKeys.push(this.path());
  }

  private path(): JsonPath {
    return this.containers.map((container, level) =>
      Array.isArray(container) ? container.length : (this.keys[level] ?? ''),
    );
  }

  private readScalar(): Json {
    const next = this.next();
    if (next === '"') return this.readString();
    if (next === '-' || isDigit(next)) return this.readNumber();
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.position) && !/\w/.test(this.next(word.length))) {
        this.position += word.length;
        return value;
      }
    }
    return this.fail('expected a JSON value');
  }

  private readString(): string {
    const start = this.position++;
    let escaped = false;
    for (;;) {
      const unit = this.text.charCodeAt(this.position);
      if (unit === 0x22) break;
      if (Number.isNaN(unit)) this.fail('expected a closing double quote');
      if (unit < 0x20) this.fail('a line break, tab or control character stands inside a string');
      if (unit === 0x5c) {
        escaped = true;
        ESCAPE.lastIndex = this.position;
        if (!ESCAPE.test(this.text))
          this.fail('expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX');
        this.position = ESCAPE.lastIndex;
      } else this.position++;
    }
    const end = ++this.position;
    return escaped
      ? (JSON.parse(this.text.slice(start, end)) as string)
      : this.text.slice(start + 1, end - 1);
  }

  private readNumber(): number {
    const start = this.position;
    if (this.next() === '-') this.position++;
    if (this.next() === '0') this.position++;
    else this.skipDigits();
    if (this.next() === '.') {
      this.position++;
      this.skipDigits();
    }
    if (this.next() === 'e' || this.next() === 'E') {
      this.position++;
      if (this.next() === '+' || this.next() === '-') this.position++;
      this.skipDigits();
    }
    if (/[\w.+]/.test(this.next())) this.fail('this is not a JSON number');
    return Number(this.text.slice(start, this.position));
  }

  private skipDigits(): void {
    if (!isDigit(this.next())) this.fail('expected a digit');
    while (isDigit(this.next())) this.position++;
  }

  private skipSpace(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.position);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.position++;
    }
  }

  /** The character ahead; empty at the end of the file. */
  private next(ahead = 0): string {
    return this.text.charAt(this.position + ahead);
  }

  /** Line and column, both from 1; a column is a character, not a byte. */
  private place(): { line: number; column: number } {
    let line = 1;
    let column = 1;
    for (let index = 0; index < this.position; index++) {
      const unit = this.text.charCodeAt(index);
      if (unit === 0x0a || (unit === 0x0d && this.text.charCodeAt(index + 1) !== 0x0a)) {
        line++;
        column = 1;
      } else if (unit < 0xdc00 || unit > 0xdfff) column++;
    }
    return { line, column };
  }

  private failTooLarge(): never {
    this.refuse(
      `the file holds more than ${MOST_CONTAINERS} lists and objects; check that it is the right file.`,
    );
  }

  private fail(expectation: string): never {
    const rest = this.text.slice(this.position, this.position + 20);
    const word = /^[^\s,\]}]+|^./su.exec(rest)?.[0];
    const found = word === undefined ? 'the file ends here' : `found ${quote(word)}`;
    this.refuse(`the file is not JSON: ${expectation}, ${found}. ${advice(rest)}`);
  }

  /** @param words what is wrong where the reader stands, and what to do */
  private refuse(words: string): never {
    const { line, column } = this.place();
    throw new BadFile([`line ${line}, column ${column}: ${words}`]);
  }
}

const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character !== '';
}

function advice(rest: string): string {
  if (rest === '') return 'Fetch the file again if it was cut off.';
  if (/^-?(NaN|Infinity)/.test(rest)) return 'Write a number: JSON has no NaN and no Infinity.';
  if (/^[\]}]/.test(rest)) return 'Take out a comma too many, or add what is missing.';
  if (rest.startsWith('/') || rest.startsWith('#')) return 'Take comments out: JSON has none.';
  if (rest.startsWith("'")) return 'Write strings in double quotes.';
  return 'Correct it there, or write the file with a program that writes JSON.';
}
