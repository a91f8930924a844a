import {
  IconAlertTriangle,
  IconCheck,
  IconEye,
  IconLock,
  IconPencil,
  IconPin,
  IconSchool,
  IconSend,
} from '@tabler/icons-react';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef } from 'react';
import type { BoardChip } from '../../api/board';
import { doingOf, type Part } from './board-words';
import classes from './chip.module.css';

const icons = {
  NO_LEAD: IconAlertTriangle,
  DRAFT: IconPencil,
  OFFERED: IconSend,
  ACCEPTED: IconCheck,
  LED: IconCheck,
} as const;

const looks = {
  NO_LEAD: classes.gap,
  DRAFT: classes.draft,
  OFFERED: classes.offered,
  ACCEPTED: classes.accepted,
  LED: classes.accepted,
} as const;

export interface ChipViewProps {
  readonly chip: BoardChip;
  readonly part: Part;
  readonly isSelected: boolean;
  readonly isCarried: boolean;
  readonly since: number;
}

/** A review on the board. It fills its week; its foot marks the first or the last three days. */
export function ChipView({ chip, part, isSelected, isCarried, since }: ChipViewProps) {
  const element = useRef<HTMLSpanElement>(null);
  const { review, pin } = chip;
  const canMove = part === 'LEAD' && pin === null;
  useEffect(() => {
    const node = element.current;
    if (node === null || !canMove) return undefined;
    return draggable({ element: node, getInitialData: () => ({ review }) });
  }, [review, canMove]);
  const Icon = part === 'LEAD' ? icons[chip.state] : part === 'SHADOW' ? IconSchool : IconEye;
  const isChanged = chip.isUnsaved || chip.changedIn === since;
  const looksLike = [
    classes.chip,
    chip.window === 'WED_FRI' ? classes.late : classes.early,
    part === 'LEAD' ? looks[chip.state] : classes.second,
    isChanged ? classes.changed : '',
    isSelected ? classes.selected : '',
    isCarried ? classes.carried : '',
    canMove ? classes.movable : '',
  ].join(' ');
  return (
    <span ref={element} className={looksLike} data-review={review} title={chip.school}>
      <b>{chip.short}</b>{' '}
      <span>
        <Icon size={11} stroke={2.4} aria-hidden />
        {doingOf(chip, part)}
        <em>
          {pin === 'HAND' && <IconPin size={11} stroke={2.4} aria-hidden />}
          {pin === 'HELD' && <IconLock size={11} stroke={2.4} aria-hidden />}
          {chip.warnings.length > 0 && part === 'LEAD' && (
            <i className={classes.trouble}>
              <IconAlertTriangle size={10} stroke={2.4} aria-hidden />
            </i>
          )}
        </em>
      </span>
    </span>
  );
}
