import { DateTime } from 'luxon';
import { dateInWords } from '../../calendar/words.js';
import { type ColumnType, type Parsed } from './column.js';

const DAY = 86_400_000;
/** Day 0 of Excel's calendars; the first carries Excel's belief in 29 February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const EARLIEST = '1850-01-01';
const LATEST = '2199-12-31';

const WORD_FORMATS = [
  'd LLLL yyyy',
  'd LLL yyyy',
  'd-LLL-yyyy',
  'cccc d LLLL yyyy',
  'ccc d LLL yyyy',
];

/**
 * A civil date. Read: `2027-01-11`, an Excel date, `11/01/2027` (day first, as in England),
 * `11 January 2027`. A year of two digits is refused: it has been misread too often.
 */
export const civilDate: ColumnType = {
  accepts: 'A date, such as 2027-01-11, 11/01/2027 (day first) or 11 January 2027.',
  sqlType: 'date',
  parse: (cell, epoch1904) => {
    if (typeof cell === 'number') return fromSerial(cell, epoch1904);
    if (typeof cell === 'boolean') return { fault: 'This is not a date. Write it as 2027-01-11.' };
    return withinReason(fromText(cell));
  },
  format: String,
};

/** The Monday that names a school week. */
export const weekDate: ColumnType = {
  ...civilDate,
  accepts: 'The Monday of the school week, such as 2027-01-11.',
  parse: (cell, epoch1904) => {
    const parsed = civilDate.parse(cell, epoch1904);
    if ('fault' in parsed || DateTime.fromISO(String(parsed.value)).weekday === 1) return parsed;
    const monday = DateTime.fromISO(String(parsed.value)).startOf('week').toISODate();
    return {
      fault: `A week is named by its Monday, and this is not one. Did you mean ${dateInWords(String(monday))}?`,
    };
  },
};

function fromSerial(days: number, epoch1904: boolean): Parsed {
  if (days < 60 || days > 150_000) {
    return { fault: 'This number is not a date. Write it as 2027-01-11.' };
  }
  const time = (epoch1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(days) * DAY;
  return withinReason({ value: new Date(time).toISOString().slice(0, 10) });
}

function fromText(text: string): Parsed {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/u.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?: 00:00(?::00)?)?$/u.exec(text);
  if (dayFirst) return existing(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  if (/^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2}$/u.test(text)) {
    return { fault: 'The year has only two digits. Write all four, as in 2027-01-11.' };
  }
  for (const format of WORD_FORMATS) {
    const inWords = DateTime.fromFormat(text.replace(/,/gu, ''), format, {
      zone: 'utc',
      locale: 'en-GB',
    });
    if (inWords.isValid) return { value: inWords.toISODate() };
  }
  return { fault: 'This is not a date. Write it as 2027-01-11.' };
}

function existing(year: number, month: number, day: number): Parsed {
  const date = DateTime.utc(year, month, day);
  if (date.isValid) return { value: date.toISODate() };
  const hint = month > 12 && day <= 12 ? ' Days come first: write 31/12/2027, or 2027-12-31.' : '';
  return { fault: `There is no such day in the calendar.${hint} Correct the date.` };
}

function withinReason(parsed: Parsed): Parsed {
  if ('fault' in parsed) return parsed;
  const date = String(parsed.value);
  return date >= EARLIEST && date <= LATEST
    ? parsed
    : { fault: 'The year cannot be right. Correct the date.' };
}
