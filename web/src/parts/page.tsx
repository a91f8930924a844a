import { Title } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

export interface PageProps {
  /** The one heading of the page, also the document's title. */
  readonly title: string;
  /** What the page is about, in a sentence below the heading. */
  readonly lead?: ReactNode;
  /** Tags beside the heading. */
  readonly tags?: ReactNode;
  /** Where it lies: shown above the heading as the way back. */
  readonly back?: { readonly label: string; readonly link: LinkProps };
  /** Buttons on the right of the heading, the main one last. */
  readonly actions?: ReactNode;
  /** Whether the page takes the whole width, as boards do. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page with its heading. Focus goes to the heading when the page opens, so that a screen reader says where one is. */
export function Page({ title, lead, tags, back, actions, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - QA Review schedule`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={wide ? classes.wide : classes.page}>
      {back !== undefined && (
        <Link {...back.link} className={classes.back} data-unprinted>
          <IconChevronLeft size={16} aria-hidden />
          {back.label}
        </Link>
      )}
      <header className={classes.head}>
        <div className={classes.words}>
          <div className={classes.title}>
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {tags}
          </div>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions !== undefined && (
          <div className={classes.actions} data-unprinted>
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
}
