import { type Blob } from 'node:buffer';
import { type Stream } from 'node:stream';
import { type Feature, type Sheet } from 'write-excel-file/node';

/** What the library may be given as a picture; our sheets have none. */
type Content = Buffer | Stream | Blob;

/** A sheet with what ours have besides what the library offers. */
export interface PrintedSheet extends Sheet<Content> {
  /** A list under one row of headings: that row has arrows to filter by, and is printed on every page. */
  list?: { columns: number; rows: number };
}

/** Arrows to filter and sort by. They stand right after the cells: Excel refuses another order. */
export const filters: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { list }: Partial<PrintedSheet>) =>
          list === undefined
            ? xml
            : xml.replace(
                '</sheetData>',
                `</sheetData><autoFilter ref="A1:${columnLetters(list.columns)}${list.rows + 1}"/>`,
              ),
      },
    },
  },
};

/** Printed on A4 across, as wide as the page. */
export const printing: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        insert: () =>
          '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
          '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      },
    },
  },
};

/** The names by which spreadsheet programs know what is filtered and which rows every page repeats. */
export const namedRanges: Feature<Content> = {
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml, sheets: Partial<PrintedSheet>[]) =>
          xml.replace(
            /<definedNames\s*\/>/,
            `<definedNames>${sheets.map(namesOf).join('')}</definedNames>`,
          ),
      },
    },
  },
};

function namesOf({ sheet, list }: Partial<PrintedSheet>, index: number): string {
  if (sheet === undefined || list === undefined) return '';
  const named = (name: string, range: string): string =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${name === '_FilterDatabase' ? ' hidden="1"' : ''}>'${sheet}'!${range}</definedName>`;
  const last = `$${columnLetters(list.columns)}$${list.rows + 1}`;
  return named('_FilterDatabase', `$A$1:${last}`) + named('Print_Titles', '$1:$1');
}

/** 1 → A, 26 → Z, 27 → AA. */
function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? `${columnLetters((column - 1 - rest) / 26)}${letter}` : letter;
}
