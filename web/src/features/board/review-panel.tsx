import { ActionIcon, Button, Tabs } from '@mantine/core';
import { IconAlertTriangle, IconPin, IconPinnedOff, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { BoardChip, Carry } from '../../api/board';
import type { AttentionLine } from '../../api/term-home';
import { Tag, type Tone } from '../../parts/tag';
import { milesInWords } from '../../parts/miles-in-words';
import { STATE } from './board-words';
import { PlaceChooser } from './place-chooser';
import classes from './panel.module.css';
import { moveStep, pinStep, removeStep, swapStep, whyItStays } from './steps';
import { SwapChooser } from './swap-chooser';
import { type BoardState } from './use-board';

const tones: Readonly<Record<BoardChip['state'], Tone>> = {
  NO_LEAD: 'gap',
  DRAFT: 'draft',
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  LED: 'accepted',
};

/** Which list the panel shows. */
export type PanelTab = 'lead' | 'window' | 'swap';

export interface ReviewPanelProps {
  readonly state: BoardState;
  readonly chip: BoardChip;
  readonly carry: Carry | undefined;
  /** What facts recorded since the plan was made forbid of it. */
  readonly lost: readonly AttentionLine[];
  readonly tab: PanelTab;
  /** Where all leads are ranked by exact price, and why this one leads. */
  readonly why: string;
  /** The page of its lead; null: it has none. */
  readonly leadPage: string | null;
  readonly onTab: (tab: PanelTab) => void;
  /** Undefined: the plan is not one of the registers. */
  readonly onName: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The review in hand: who else could lead it, or when else, with what each comes to before it is done. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { state, chip, carry, lost, tab, why, leadPage, onTab, onName, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [chip.review]);
  const stays = whyItStays(chip);
  const miles = carry?.people.find(({ person }) => person === chip.lead)?.miles;
  return (
    <>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2 ref={heading} tabIndex={-1} data-autofocus>
            {chip.school}
          </h2>
          <ActionIcon variant="subtle" size={28} aria-label="Close" onClick={onClose}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        <p className={classes.when}>
          {chip.lead === null
            ? 'Nobody leads it.'
            : `${chip.days ?? ''}, with ${chip.leadName ?? ''}${miles === undefined ? '' : `, ${milesInWords(Math.round(miles))}`}`}
        </p>
        {lost.map(({ id, title }) => (
          <p key={id} className={classes.lost}>
            <IconAlertTriangle size={14} aria-hidden />
            {title}.
          </p>
        ))}
        <div className={classes.facts}>
          <Tag tone={tones[chip.state]}>{STATE[chip.state]}</Tag>
          {chip.needs.map((need) => (
            <Tag key={need} tone="plain">
              {need}
            </Tag>
          ))}
          <Tag tone="plain">
            {chip.phase}, {chip.region}
          </Tag>
          {chip.pin !== null && <Tag tone="plain">{chip.pin === 'HAND' ? 'Pinned' : 'Held'}</Tag>}
          {chip.warnings.map((warning) => (
            <Tag key={warning} tone="warn">
              {warning}
            </Tag>
          ))}
        </div>
        <div className={classes.actions}>
          {chip.lead !== null && chip.pin !== 'HELD' && (
            <Button
              size="xs"
              leftSection={
                chip.pin === null ? (
                  <IconPin size={14} aria-hidden />
                ) : (
                  <IconPinnedOff size={14} aria-hidden />
                )
              }
              onClick={() =>
                state.change(
                  pinStep(chip),
                  `${chip.school} ${chip.pin === null ? 'pinned' : 'unpinned'}.`,
                )
              }
            >
              {chip.pin === null ? 'Pin' : 'Unpin'}
            </Button>
          )}
          {chip.lead !== null && stays === null && (
            <Button
              size="xs"
              onClick={() => state.change(removeStep(chip), `${chip.school} has no lead now.`)}
            >
              Take the lead off
            </Button>
          )}
          {onName !== undefined && (
            <Button size="xs" variant="subtle" onClick={onName}>
              Short name…
            </Button>
          )}
          <Button size="xs" variant="subtle" component="a" href={why}>
            All leads, and why
          </Button>
          {leadPage !== null && (
            <Button size="xs" variant="subtle" component="a" href={leadPage}>
              About {chip.leadName}
            </Button>
          )}
        </div>
      </header>
      {stays === null ? (
        <Choices {...props} carry={carry} tab={tab} onTab={onTab} />
      ) : (
        <p className={classes.section}>{stays}</p>
      )}
    </>
  );
}

function Choices({ state, chip, carry, tab, onTab }: ReviewPanelProps) {
  if (carry === undefined) return <p className={classes.section}>Working out the prices…</p>;
  const chooser = (by: 'LEAD' | 'WINDOW') => (
    <PlaceChooser
      key={`${chip.review} ${by}`}
      plan={state.plan}
      edits={state.edits.edits}
      chip={chip}
      carry={carry}
      by={by}
      onMove={(to, place, andPin) =>
        state.change(moveStep(chip, to, place, andPin), `Moved to ${to.name}.`)
      }
    />
  );
  return (
    <Tabs
      value={tab}
      onChange={(next) => onTab(next === 'window' || next === 'swap' ? next : 'lead')}
    >
      <Tabs.List>
        <Tabs.Tab value="lead" className={classes.tab}>
          {chip.lead === null ? 'A lead' : 'Another lead'}
        </Tabs.Tab>
        <Tabs.Tab value="window" className={classes.tab}>
          Another window
        </Tabs.Tab>
        <Tabs.Tab value="swap" className={classes.tab}>
          Swap
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="lead">{tab === 'lead' && chooser('LEAD')}</Tabs.Panel>
      <Tabs.Panel value="window">{tab === 'window' && chooser('WINDOW')}</Tabs.Panel>
      <Tabs.Panel value="swap">
        {tab === 'swap' && (
          <SwapChooser
            key={chip.review}
            plan={state.plan}
            edits={state.edits.edits}
            chip={chip}
            onSwap={(swap) =>
              state.change(swapStep(chip, swap), `Swapped with ${swap.name}, ${swap.school}.`)
            }
          />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}
