import { Link, useRouter } from '@tanstack/react-router';
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

/**
 * A link to where something can be seen or done. A page that the app does not have is never linked to: an action is left
 * out, a name stands as it is.
 */
export function Go({ target, look = 'link', about, icon, children }: GoProps) {
  const { routesByPath } = useRouter();
  if (!(target.to in routesByPath)) {
    return about === undefined && look === 'link' ? <span>{children}</span> : null;
  }
  return (
    <Link
      to={target.to}
      params={target.params}
      search={target.search ?? {}}
      {...(target.hash === undefined ? {} : { hash: target.hash })}
      className={classes[look]}
      data-unprinted={about !== undefined || undefined}
    >
      {icon}
      {children}
      {about !== undefined && <span className="sr"> ({about})</span>}
      {look === 'link' && <IconChevronRight size={14} aria-hidden />}
    </Link>
  );
}
