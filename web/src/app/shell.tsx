import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Announcer } from '../parts/announcer';
import { AppBar } from './app-bar';
import { AuthorDialog } from './author-dialog';
import { keepTerm } from './kept-term';
import { PrintNote } from './print-note';
import classes from './shell.module.css';
import { useKeptFocus } from './use-kept-focus';
import { usePlaceInSight } from './use-place-in-sight';

/** The bar on top, the page below it, and the regions that tell a screen reader what happens. */
export function Shell() {
  const { pathname, hash } = useLocation();
  const term = /^\/terms\/([^/]+)/.exec(pathname)?.[1];
  useEffect(() => {
    if (term !== undefined) keepTerm(term);
  }, [term]);
  // A new page starts at its heading, not where the link was.
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
  useKeptFocus(pathname);
  usePlaceInSight(pathname, hash);
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <AppBar term={term} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
        <PrintNote />
      </main>
      <Announcer />
      <AuthorDialog />
    </>
  );
}
