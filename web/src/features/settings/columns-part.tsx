import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordKindsQuery } from '../../api/imports';
import { wordsOfError } from '../../api/problem-error';
import { type ColumnMapping, columnMappingsQuery, forgetMapping } from '../../api/settings';
import { alert, announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { Empty } from '../../parts/states';
import classes from './settings.module.css';

/** Which headings of users’ own files stand for which of ours. */
export function ColumnsPart() {
  const { data: kinds } = useQuery(recordKindsQuery);
  const titles = new Map<string, string>(kinds?.items.map(({ kind, title }) => [kind, title]));
  return (
    <Card title="Column headings" aside="Kept from imports, for files with the same headings" flush>
      <Loaded query={columnMappingsQuery} what="the column headings">
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="No headings are kept yet"
              action={
                <Go target={{ to: '/imports', params: {} }} look="button">
                  Import a spreadsheet
                </Go>
              }
            >
              When you match the columns of a file on import, what you chose is kept here.
            </Empty>
          ) : (
            <ul>
              {items.map((mapping) => (
                <MappingLine
                  key={mapping.id}
                  mapping={mapping}
                  title={titles.get(mapping.kind) ?? mapping.kind}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function MappingLine({ mapping, title }: { mapping: ColumnMapping; title: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const queries = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => forgetMapping(mapping.id),
    onSuccess: async () => {
      announce('Forgotten.');
      await queries.invalidateQueries({ queryKey: columnMappingsQuery.queryKey });
    },
    onError: (error) => alert(wordsOfError(error)),
    onSettled: () => setIsAsking(false),
  });
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <h3>{title}</h3>
      </div>
      <div className={classes.itemBody}>
        <ul className={classes.pairs}>
          {Object.entries(mapping.mapping).map(([theirs, ours]) => (
            <li key={theirs}>
              {theirs} <span aria-hidden>→</span>
              <span className="sr"> stands for </span> <b>{ours === '' ? 'left out' : ours}</b>
            </li>
          ))}
        </ul>
        <p className={classes.quiet}>
          For files of {mapping.headings.length} columns. Kept by {mapping.recordedBy} on{' '}
          {instantInWords(mapping.recordedAt)}.
        </p>
      </div>
      <div className={classes.itemEnd}>
        <Button size="xs" onClick={() => setIsAsking(true)}>
          Forget<span className="sr"> these headings of {title}</span>
        </Button>
      </div>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="Forget these headings?"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={classes.ask}>
          <p>The next file with them is shown as if it were the first. Nothing imported changes.</p>
          <Group justify="flex-end">
            <Button onClick={() => setIsAsking(false)} data-autofocus>
              Keep them
            </Button>
            <Button
              variant="filled"
              loading={forgetting.isPending}
              onClick={() => forgetting.mutate()}
            >
              Forget them
            </Button>
          </Group>
        </div>
      </Modal>
    </li>
  );
}
