import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBookmark, IconBookmarkFilled, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import {
  changeView,
  deleteView,
  type RegisterColumn,
  type RegisterName,
  restoreView,
  type SavedView,
  savedViewsQuery,
  saveView,
} from '../../api/registers';
import { announce } from '../announcer';
import { Undo, type UndoOffer } from '../undo';
import { isSameView, type RegisterSearch, viewOf } from './register-state';
import type { SetSearch } from './use-register';
import { ViewNameDialog } from './view-name-dialog';

export interface ViewsMenuProps {
  readonly register: RegisterName;
  readonly columns: readonly RegisterColumn[];
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  /** Fields of the address besides those of a register that a view keeps. */
  readonly fields: readonly string[];
}

/** Views that the office saved: choose one, save what is shown, change or delete one and take that back. */
export function ViewsMenu({ register, columns, search, setSearch, fields }: ViewsMenuProps) {
  const { data } = useQuery(savedViewsQuery(register));
  const queries = useQueryClient();
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const [offer, setOffer] = useState<UndoOffer>();
  const reload = () => queries.invalidateQueries({ queryKey: savedViewsQuery(register).queryKey });
  const shown = viewOf(columns, search, fields);
  const views = data?.items ?? [];
  const current = views.find(({ id }) => id === search.view);
  const isChanged = current !== undefined && !isSameView(current.search, shown);
  const open = (view: SavedView) => {
    announce(`View ${view.name}.`);
    setSearch({ ...view.search, view: view.id });
  };
  const offerUndo = (words: string, undo: () => Promise<unknown>) => {
    announce(`${words} It can be undone.`);
    setOffer({ words, undo: () => undo().then(reload) });
  };
  const change = useMutation({
    mutationFn: ({ view, name }: { view: SavedView; name: string }) =>
      changeView(register, view, { name, search: name === view.name ? shown : view.search }),
    onSuccess: async (changed, { view }) => {
      setNaming(undefined);
      await reload();
      offerUndo(`The view “${changed.name}” was changed.`, () =>
        changeView(register, changed, { name: view.name, search: view.search }),
      );
    },
  });
  const save = useMutation({
    mutationFn: (name: string) => saveView(register, { name, search: shown }),
    onSuccess: async (saved) => {
      setNaming(undefined);
      await reload();
      setSearch({ ...saved.search, view: saved.id });
      offerUndo(`The view “${saved.name}” was saved for the whole office.`, () =>
        deleteView(register, saved),
      );
    },
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => deleteView(register, view),
    onSuccess: async (_, view) => {
      await reload();
      setSearch(viewOf(columns, search, fields));
      offerUndo(`The view “${view.name}” was deleted.`, () => restoreView(register, view.id));
    },
  });
  return (
    <>
      <Menu position="bottom-start" shadow="md" returnFocus width={280}>
        <Menu.Target>
          <Button
            leftSection={
              current === undefined ? (
                <IconBookmark size={16} aria-hidden />
              ) : (
                <IconBookmarkFilled size={16} aria-hidden />
              )
            }
          >
            <span style={{ maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {current === undefined ? 'Views' : current.name}
            </span>
            {isChanged && <i>&nbsp;(changed)</i>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Shared by the office</Menu.Label>
          <Menu.Item onClick={() => setSearch({})}>The usual view</Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => open(view)}
              title={`Saved by ${view.savedBy}`}
              rightSection={view.id === current?.id ? <IconCheck size={14} aria-hidden /> : null}
            >
              {view.name}
              {view.id === current?.id && <span className="sr"> (chosen)</span>}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {isChanged && (
            <Menu.Item
              onClick={() => change.mutate({ view: current, name: current.name })}
              closeMenuOnClick
            >
              Save the changes to “{current.name}”
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setNaming('new')}>Save this view as…</Menu.Item>
          {current !== undefined && (
            <>
              <Menu.Item onClick={() => setNaming('rename')}>Rename “{current.name}”…</Menu.Item>
              <Menu.Item onClick={() => remove.mutate(current)}>Delete “{current.name}”</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== undefined && (
        <ViewNameDialog
          title={naming === 'new' ? 'Save this view' : 'Rename the view'}
          name={naming === 'rename' ? (current?.name ?? '') : ''}
          error={naming === 'new' ? save.error : change.error}
          isBusy={save.isPending || change.isPending}
          onName={(name) =>
            naming === 'new' || current === undefined
              ? save.mutate(name)
              : change.mutate({ view: current, name })
          }
          onClose={() => {
            setNaming(undefined);
            save.reset();
            change.reset();
          }}
        />
      )}
      <Undo
        offer={offer}
        error={naming === undefined ? (change.error ?? remove.error) : null}
        onClose={() => setOffer(undefined)}
      />
    </>
  );
}
