import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { IconCopy, IconMail } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { components } from '../../api/schema';
import { announce } from '../../parts/announcer';
import { mailLink } from './mail-link';
import classes from './unplaced.module.css';

export type Letter = components['schemas']['Letter'];

/** A text to be changed and copied, or taken into the mail program; whom it goes to is chosen there. */
export function LetterDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const [outcome, setOutcome] = useState<string>();
  const text = useRef<HTMLTextAreaElement>(null);
  const tell = (words: string) => {
    setOutcome(words);
    announce(words);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      tell('Copied. Paste it where you write.');
    } catch {
      // Where the browser does not let pages copy, people can.
      text.current?.select();
      tell('The text is selected: copy it with Control C.');
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Write to ${letter.to}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.letter}>
        <p className={classes.dim}>
          Nothing is sent from here and the plan does not change. When the answer comes, enter it
          where the fact belongs, then run again.
        </p>
        <TextInput
          label="Subject"
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          ref={text}
          label="Text"
          autosize
          minRows={8}
          maxRows={18}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <span className={classes.copied}>{outcome}</span>
          <Button
            component="a"
            href={mailLink(subject, body)}
            leftSection={<IconMail size={16} aria-hidden />}
          >
            Open in your mail program
          </Button>
          <Button
            variant="filled"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void copy()}
            data-autofocus
          >
            Copy the text
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
