import { dateInWords } from '../../calendar/words.js';
import { type FileRow, type RegisterView } from '../../registers/files/register-file.js';
import { column, type RegisterColumn } from '../../registers/register-column.js';
import { type BalanceQuery, type BalanceRow, type BalanceView } from './balance.schema.js';

const NUMBER = { kind: 'NUMBER' } as const;

const COLUMNS: readonly RegisterColumn[] = [
  column('region', 'Region', { width: 26 }),
  column('specialism', 'Specialism', { width: 44 }),
  column('demand', 'Reviews', NUMBER),
  column('canBeLed', 'Can be led', NUMBER),
  column('short', 'Short', NUMBER),
  column('without', 'Without a lead', NUMBER),
  column('added', 'One more lead adds reviews', NUMBER),
  column('led', 'and would lead', NUMBER),
  column('shortOfCommitments', 'Short of commitments, more or fewer', NUMBER),
  column('words', 'In words', { width: 60 }),
];

/** Supply and demand as a file shows them: the rows as filtered, with the day of the facts and of the computation. */
export function balanceFile(
  { scope, balance }: Pick<BalanceView, 'scope'> & { balance: NonNullable<BalanceView['balance']> },
  query: BalanceQuery,
  made: Pick<RegisterView, 'author' | 'madeAt'>,
): RegisterView {
  return {
    // A sheet has it as its name: at most 31 characters, and no stroke.
    title: `Supply and demand ${scope.kind === 'TERM' ? scope.name : scope.id.replace('/', '-')}`,
    noun: 'regions and specialisms',
    columns: COLUMNS,
    rows: balance.rows.map(rowOf),
    total: balance.total,
    chosenBy: chosenBy(query, balance),
    notes: [
      `For: ${scope.name}`,
      `As at ${dateInWords(balance.asAt)}; computed ${balance.computed}`,
      balance.sentence,
      ...balance.more,
      ...balance.typical.map((words) => `One more lead: ${words}`),
      ...(balance.isStale ? ['Facts have changed since it was computed.'] : []),
    ],
    ...made,
  };
}

function rowOf({ specialism, added, ...row }: BalanceRow): FileRow {
  return {
    ...row,
    specialism: specialism.name,
    added: added.reviews,
    led: added.led,
    shortOfCommitments: added.shortOfCommitments,
    words: added.words,
  };
}

function chosenBy(
  { region, specialism, only }: BalanceQuery,
  { specialisms }: NonNullable<BalanceView['balance']>,
): string[] {
  const name = specialisms.find(({ code }) => code === specialism)?.name ?? specialism;
  return [
    ...(region === undefined ? [] : [`Region: ${region}`]),
    ...(name === undefined ? [] : [`Specialism: ${name}`]),
    ...(only === undefined ? [] : ['Only where some reviews have no lead']),
  ];
}
