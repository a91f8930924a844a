import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { NamedFile } from '../api/client';
import { wordsOfError } from '../api/problem-error';
import { alert, announce } from './announcer';
import classes from './file-buttons.module.css';
import { saveFile } from './save-file';

const names = { xlsx: 'Excel', csv: 'CSV' } as const;

/** Downloads of exactly what is shown, made by the server. They are left out on paper. */
export function FileButtons({ file }: { file: (form: 'csv' | 'xlsx') => Promise<NamedFile> }) {
  const save = useMutation({
    mutationFn: file,
    onSuccess: ({ name, content }) => {
      saveFile(name, content);
      announce(`${name} was downloaded.`);
    },
    onError: (error) => alert(`The file was not made. ${wordsOfError(error)}`),
  });
  return (
    <div className={classes.files} data-unprinted>
      <Group gap="xs" wrap="nowrap">
        {(['xlsx', 'csv'] as const).map((form) => (
          <Button
            key={form}
            variant="default"
            aria-label={`Download ${names[form]}`}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => save.mutate(form)}
            loading={save.isPending && save.variables === form}
          >
            {names[form]}
          </Button>
        ))}
      </Group>
      {save.error !== null && (
        <p className={classes.wrong}>The file was not made. {wordsOfError(save.error)}</p>
      )}
    </div>
  );
}
