import { ActionIcon, Button, SegmentedControl, Title } from '@mantine/core';
import {
  IconDownload,
  IconHelp,
  IconLayoutColumns,
  IconMap2,
  IconUserOff,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Board } from '../../api/board';
import { Tag } from '../../parts/tag';
import classes from './board.module.css';

export interface BoardTopProps {
  readonly board: Board;
  /** Facts recorded since forbid some of its seats. */
  readonly isOutdated: boolean;
  readonly isList: boolean;
  readonly onView: (view: 'board' | 'list') => void;
  readonly onHelp: () => void;
  readonly planFile: string;
  readonly compare: string;
  readonly map: string;
  readonly dropOuts: string;
}

/** Which plan this is, how it stands, and other ways to look at it. */
export function BoardTop({
  board,
  isOutdated,
  isList,
  onView,
  onHelp,
  planFile,
  compare,
  map,
  dropOuts,
}: BoardTopProps) {
  const { plan } = board;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `Plan board, ${plan.name} - QA Review schedule`;
  }, [plan.name]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={classes.top}>
      <Title order={1} ref={heading} tabIndex={-1}>
        Plan board
      </Title>
      <Tag tone="draft">Draft, version {plan.version}</Tag>
      <span className={classes.about}>
        {board.words}{' '}
        {isOutdated && board.breaches.length === 0
          ? 'By the facts it was made with, no rule is broken.'
          : board.standing}
      </span>
      <div className={classes.tools} data-unprinted>
        <SegmentedControl
          size="xs"
          aria-label="View"
          value={isList ? 'list' : 'board'}
          onChange={(view) => onView(view === 'list' ? 'list' : 'board')}
          data={[
            { value: 'board', label: 'Board' },
            { value: 'list', label: 'List' },
          ]}
        />
        <Button size="xs" component="a" href={map} leftSection={<IconMap2 size={14} aria-hidden />}>
          Map
        </Button>
        <Button
          size="xs"
          component="a"
          href={compare}
          leftSection={<IconLayoutColumns size={14} aria-hidden />}
        >
          Compare
        </Button>
        <Button
          size="xs"
          component="a"
          href={dropOuts}
          leftSection={<IconUserOff size={14} aria-hidden />}
        >
          Drop-outs
        </Button>
        <Button
          size="xs"
          component="a"
          href={planFile}
          download
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Download this plan
        </Button>
        <ActionIcon variant="default" size={30} aria-label="Keyboard help" onClick={onHelp}>
          <IconHelp size={16} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}
