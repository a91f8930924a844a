import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './go.module.css';
import type { Target } from './term-links';

export interface GoProps {
  readonly target: Target;
  /** `link`: underlined words. `button`, `main`: looks like a button, since it leads to doing something. */
  readonly look?: 'link' | 'button' | 'main';
  /** What a screen reader says besides, where several links on a page say the same. */
  readonly about?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A link to where something can be seen or done. */
export function Go({ target, look = 'link', about, icon, children }: GoProps) {
  return (
    <Link
      to={target.to}
      params={target.params}
      search={target.search ?? {}}
      {...(target.hash === undefined ? {} : { hash: target.hash })}
      className={classes[look]}
    >
      {icon}
      {children}
      {about !== undefined && <span className="sr"> ({about})</span>}
      {look === 'link' && <IconChevronRight size={14} aria-hidden />}
    </Link>
  );
}
