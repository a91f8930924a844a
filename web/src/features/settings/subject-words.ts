import { dayInWords } from './value-words';

/** What an entry is about, as people would say it: a date in words, a key with spaces. */
export function spacedSubject(subject: string, id: string): string {
  if (subject === 'training_day') return dayInWords(id);
  if (subject === 'payroll') return `Payroll ${id}`;
  if (subject === 'import') return 'a spreadsheet';
  const words = id
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
