import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { recordKindsQuery, sendFile } from '../../api/imports';
import { alert, announce } from '../../parts/announcer';
import { ProblemSummary } from '../../parts/problem-summary';
import { wordsOfError } from '../../api/problem-error';
import classes from './imports.module.css';
import { sizeInWords } from './import-words';

/** Where one file is chosen or dropped, and sent. */
export function FileDrop() {
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [isOver, setIsOver] = useState(false);
  const [sent, setSent] = useState(0);
  const [tooMuch, setTooMuch] = useState<string>();
  const { data: kinds } = useQuery(recordKindsQuery);
  const sending = useMutation({
    mutationFn: (file: File) => sendFile(file, setSent),
    onSuccess: ({ id, fileName }) => {
      announce(`${fileName} has arrived.`);
      void navigate({ to: '/imports', search: { file: id } });
    },
    onError: (error) => alert(`The file was not taken. ${wordsOfError(error)}`),
  });
  const refuse = (words: string) => {
    setTooMuch(words);
    alert(words);
  };
  const take = (files: FileList | null) => {
    const [file, second] = files ?? [];
    if (file === undefined) return;
    sending.reset();
    setTooMuch(undefined);
    setSent(0);
    if (second !== undefined)
      return refuse('Send one file at a time: a workbook may have many sheets.');
    if (kinds !== undefined && file.size > kinds.mostFileBytes) {
      return refuse(
        `${file.name} has ${sizeInWords(file.size)}; at most ${sizeInWords(kinds.mostFileBytes)} are taken. Split it, or leave out what is no register data.`,
      );
    }
    announce(`Sending ${file.name}, ${sizeInWords(file.size)}.`);
    sending.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!sending.isPending) take(event.dataTransfer.files);
  };
  return (
    <div className={classes.drop}>
      {sending.error !== null && <ProblemSummary error={sending.error} />}
      {tooMuch !== undefined && <p className={classes.refusal}>{tooMuch}</p>}
      <div
        className={classes.zone}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={40} stroke={1.25} aria-hidden />
        {sending.isPending ? (
          <Sending file={sending.variables} sent={sent} />
        ) : (
          <>
            <p>
              <b>Drop a spreadsheet here</b>, or
            </p>
            <Button variant="filled" size="md" onClick={() => input.current?.click()}>
              Choose a file
            </Button>
            <p className={classes.quiet}>
              Excel (.xlsx) or CSV
              {kinds !== undefined && `, at most ${sizeInWords(kinds.mostFileBytes)}`}
            </p>
          </>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.csv,.txt"
        className={classes.input}
        tabIndex={-1}
        aria-label="The spreadsheet to import"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = ''; // so that the same file can be chosen again once it was mended
        }}
      />
    </div>
  );
}

function Sending({ file, sent }: { file: File; sent: number }) {
  const words =
    sent < 1
      ? `Sending ${file.name}: ${sizeInWords(file.size * sent)} of ${sizeInWords(file.size)}`
      : `Looking at ${file.name}`;
  return (
    <>
      <p>{words}…</p>
      <Progress
        className={classes.progress}
        value={sent * 100}
        animated={sent === 1}
        aria-label={words}
      />
    </>
  );
}
