import {
  IconAlertTriangle,
  IconCheck,
  IconPencil,
  IconSend,
  IconStar,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone =
  'draft' | 'offered' | 'accepted' | 'declined' | 'gap' | 'warn' | 'ok' | 'plain' | 'priority';

const icons: Readonly<
  Record<Tone, ComponentType<{ size: number; 'aria-hidden': true }> | undefined>
> = {
  draft: IconPencil,
  offered: IconSend,
  accepted: IconCheck,
  declined: IconX,
  gap: IconAlertTriangle,
  warn: IconAlertTriangle,
  ok: IconCheck,
  priority: IconStar,
  plain: undefined,
};

/** A state in three signs: colour, icon and word. Violet (`priority`) is for what was chosen, never for a state of a review. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`${classes.tag} ${classes[tone]}`} data-tag>
      {Icon !== undefined && <Icon size={12} aria-hidden />}
      {children}
    </span>
  );
}
