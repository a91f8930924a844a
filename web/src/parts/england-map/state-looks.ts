import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconClockQuestion,
  IconHome,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Tone } from '../tag';
import type { MapPlace } from './places';
import classes from './england-map.module.css';

type State = MapPlace['state'];

interface Look {
  readonly icon: ComponentType<{
    x?: number;
    y?: number;
    size: number;
    stroke?: number;
    'aria-hidden': true;
  }>;
  readonly className: string | undefined;
  readonly tone: Tone;
}

/** Colour and icon of each state; the word comes from the API. */
export const STATE_LOOKS: Readonly<Record<State, Look>> = {
  NO_LEAD: { icon: IconAlertTriangle, className: classes.gap, tone: 'gap' },
  DRAFT: { icon: IconPencil, className: classes.draft, tone: 'draft' },
  OFFERED: { icon: IconSend, className: classes.offered, tone: 'offered' },
  ACCEPTED: { icon: IconCheck, className: classes.accepted, tone: 'accepted' },
  LED: { icon: IconCircleCheck, className: classes.led, tone: 'ok' },
  LEFT_OUT: { icon: IconClockQuestion, className: classes.out, tone: 'warn' },
  HOME: { icon: IconHome, className: classes.home, tone: 'plain' },
};
