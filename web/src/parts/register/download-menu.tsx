import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { RegisterColumn, RegisterName } from '../../api/registers';
import { registerFile } from '../../api/registers';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../announcer';
import { saveFile } from '../save-file';
import classes from './register.module.css';
import type { Noun } from './register-words';

export interface DownloadMenuProps {
  readonly register: RegisterName;
  readonly noun: Noun;
  /** In order; asked for when somebody downloads. */
  readonly shownIds: () => readonly string[];
  readonly columns: readonly RegisterColumn[];
  /** How the rows were chosen and ordered, in words. */
  readonly chosenBy: readonly string[];
  readonly of: { readonly term?: string; readonly scope?: 'TERM' | 'YEAR' };
}

/** A file of exactly what is shown, made by the server. */
export function DownloadMenu({
  register,
  noun,
  shownIds,
  columns,
  chosenBy,
  of,
}: DownloadMenuProps) {
  const download = useMutation({
    mutationFn: (form: 'csv' | 'xlsx') =>
      registerFile({
        register,
        form,
        request: {
          term: of.term ?? null,
          scope: of.scope ?? 'TERM',
          columns: columns.map(({ key }) => key),
          rows: [...shownIds()],
          chosenBy: [...chosenBy],
        },
      }),
    onSuccess: ({ name, content }) => {
      saveFile(name, content);
      announce(`${name} was downloaded.`);
    },
    onError: (error) => alert(`The file was not made. ${wordsOfError(error)}`),
  });
  return (
    <div className={classes.download}>
      <Menu position="bottom-end" shadow="md" returnFocus>
        <Menu.Target>
          <Button leftSection={<IconDownload size={16} aria-hidden />} loading={download.isPending}>
            Download this view
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => download.mutate('xlsx')}>Excel workbook (XLSX)</Menu.Item>
          <Menu.Item onClick={() => download.mutate('csv')}>CSV</Menu.Item>
          <Menu.Label>Only these {noun.many} and columns, in this order</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {download.error !== null && (
        <p className={classes.wrong}>The file was not made. {wordsOfError(download.error)}</p>
      )}
    </div>
  );
}
