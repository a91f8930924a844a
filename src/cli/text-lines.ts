/** Characters of a line, as narrow terminals show them. */
const WIDTH = 100;

/** A text broken at spaces into lines, the first behind `first`, the others behind `next`. */
export function fold(text: string, first: string, next: string = first): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isEmpty = line === first || line === next;
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = next + word;
    } else {
      line += isEmpty ? word : ` ${word}`;
    }
  }
  return [...lines, line];
}

/** "1 review", "3 reviews" */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
