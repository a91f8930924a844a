import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

export interface CardProps {
  readonly title: ReactNode;
  /** Small words beside the title. */
  readonly aside?: ReactNode;
  /** Link or button at the end of the title's row. */
  readonly end?: ReactNode;
  /** Whether the contents reach the card's edges, as tables and lists do. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Card({ title, aside, end, flush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        {end !== undefined && <span className={classes.end}>{end}</span>}
      </header>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  );
}
