import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import type { Import, KindName } from '../../api/imports';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import { ChangeRows } from './change-rows';
import classes from './import-rows.module.css';
import { RefusedRows } from './refused-rows';
import { UnchangedRows } from './unchanged-rows';

const route = getRouteApi('/imports/$import');

/** Typing is followed by one question, not one a letter. */
const PAUSE_MS = 300;

const shows = [
  { show: '', title: 'All changes', count: 'changes' },
  { show: 'create', title: 'Added', count: 'created' },
  { show: 'update', title: 'Changed', count: 'updated' },
  { show: 'remove', title: 'Removed', count: 'removed' },
  { show: 'unchanged', title: 'Left alone', count: 'unchanged' },
  { show: 'refused', title: 'To mend', count: 'refused' },
] as const;

/** The rows of an import, filtered and in pages; what is shown stands in the address. */
export function ImportRows({ found }: { found: Import }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (more: Partial<Record<keyof typeof search, string | undefined>>) =>
    void navigate({
      to: '/imports/$import',
      params: { import: found.id },
      search: said({ ...search, from: undefined, ...more }) as typeof search,
      replace: true,
      resetScroll: false,
    });
  const look = useDebouncedCallback((text: string) => go({ text: chosen(text) }), PAUSE_MS);
  const kind = found.kinds.find((each) => each.kind === search.kind);
  const fields = kind?.fields ?? (found.kinds.length === 1 ? found.kinds[0]?.fields : []) ?? [];
  const show = search.show ?? '';
  return (
    <div id="rows" className={classes.rows}>
      <Card title="Row by row" flush>
        <div className={classes.filters}>
          <NativeSelect
            label="Show"
            value={show}
            onChange={({ currentTarget }) =>
              go({ show: shown(currentTarget.value), column: undefined })
            }
          >
            {shows.map((each) => (
              <option key={each.show} value={each.show}>
                {each.title}
                {kind === undefined && ` (${found.totals[each.count].toLocaleString('en-GB')})`}
              </option>
            ))}
          </NativeSelect>
          {found.kinds.length > 1 && (
            <NativeSelect
              label="Kind"
              value={kind?.kind ?? ''}
              onChange={({ currentTarget }) =>
                go({ kind: chosen(currentTarget.value), column: undefined })
              }
            >
              <option value="">All kinds</option>
              {found.kinds.map((each) => (
                <option key={each.kind} value={each.kind}>
                  {each.title}
                </option>
              ))}
            </NativeSelect>
          )}
          {fields.length > 0 && (show === '' || show === 'update') && (
            <NativeSelect
              label="What changes"
              value={search.column ?? ''}
              onChange={({ currentTarget }) => go({ column: chosen(currentTarget.value) })}
            >
              <option value="">Anything</option>
              {fields.map(({ column, count }) => (
                <option key={column} value={column}>
                  {column} ({count.toLocaleString('en-GB')})
                </option>
              ))}
            </NativeSelect>
          )}
          <TextInput
            className={classes.search}
            label="Look for"
            placeholder="Name, reference or value"
            leftSection={<IconSearch size={16} aria-hidden />}
            defaultValue={search.text ?? ''}
            onChange={({ currentTarget }) => look(currentTarget.value)}
          />
        </div>
        <Rows found={found} kind={kind?.kind} />
      </Card>
    </div>
  );
}

function shown(value: string): Exclude<(typeof shows)[number]['show'], ''> | undefined {
  const show = shows.find((each) => each.show === value)?.show;
  return show === '' ? undefined : show;
}

function chosen(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}

function Rows({
  found: { id, kinds, choices },
  kind,
}: {
  found: Import;
  kind: KindName | undefined;
}) {
  const { show, column, text, from } = route.useSearch();
  const titles = new Map<string, string>(kinds.map((each) => [each.kind, each.title]));
  const filter = said({ kind, text, from: from === undefined ? undefined : Number(from) || 0 });
  if (show === 'refused') {
    const hasSheets = (choices?.length ?? 0) > 1;
    return <RefusedRows id={id} filter={filter} titles={titles} hasSheets={hasSheets} />;
  }
  if (show === 'unchanged') return <UnchangedRows id={id} filter={filter} titles={titles} />;
  return <ChangeRows id={id} filter={said({ ...filter, action: show, column })} titles={titles} />;
}
