import { ActionIcon, Button } from '@mantine/core';
import { IconZzz } from '@tabler/icons-react';
import type { AttentionLine } from '../../api/term-home';
import { Go } from '../../parts/go';
import { shortWeekday } from '../../parts/short-dates';
import { Tag, type Tone } from '../../parts/tag';
import { actionTarget } from '../../parts/term-links';
import classes from './attention-item.module.css';
import { pictures } from './attention-pictures';

const urgencies: Readonly<Record<AttentionLine['urgency'], { tone: Tone; word: string }>> = {
  URGENT: { tone: 'gap', word: 'Urgent' },
  THIS_WEEK: { tone: 'warn', word: 'This week' },
  NEXT: { tone: 'plain', word: 'Next' },
};

export interface AttentionItemProps {
  readonly line: AttentionLine;
  readonly term: string;
  /** One of the two: put the line aside, or bring it back. */
  readonly onSnooze?: () => void;
  readonly onBringBack?: () => void;
}

/** One thing that somebody must do: a sentence, until when, and the button for it. */
export function AttentionItem({ line, term, onSnooze, onBringBack }: AttentionItemProps) {
  const { title, detail, urgency, due, blocks, actions, kind } = line;
  const { tone, word } = urgencies[urgency];
  const Picture = pictures[kind];
  return (
    <li className={classes.item} data-urgency={urgency}>
      <span className={classes.picture} aria-hidden>
        <Picture size={16} />
      </span>
      <div className={classes.words}>
        <h3>{title}</h3>
        {detail !== '' && <p>{detail}</p>}
      </div>
      <div className={classes.due}>
        <Tag tone={tone}>{word}</Tag>
        {due !== null && (
          <span title={due.words}>
            <span aria-hidden>
              {due.what === 'DUE' ? 'Due' : 'Begins'} {shortWeekday(due.on)}
            </span>
            <span className="sr">{due.words}</span>
          </span>
        )}
        {blocks !== null && <span>{blocks}</span>}
      </div>
      <div className={classes.actions}>
        {actions.map((action, index) => (
          <Go
            key={action.label}
            target={actionTarget(term, action)}
            look={index > 0 ? 'link' : urgency === 'URGENT' ? 'main' : 'button'}
            about={title}
          >
            {action.label}
          </Go>
        ))}
        {onBringBack !== undefined && (
          <Button size="compact-md" onClick={onBringBack}>
            Bring back<span className="sr">: {title}</span>
          </Button>
        )}
      </div>
      {onSnooze !== undefined && (
        <ActionIcon
          className={classes.snooze}
          variant="subtle"
          color="gray"
          onClick={onSnooze}
          aria-label={`Snooze: ${title}`}
          title="Snooze in this browser until it changes"
        >
          <IconZzz size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
