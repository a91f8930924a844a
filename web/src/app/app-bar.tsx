import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { todayQuery } from '../api/terms';
import mark from '../mark.svg';
import { AuthorButton } from './author-button';
import classes from './app-bar.module.css';
import { GoTo } from './go-to/go-to';
import { keptTerm } from './kept-term';
import { type Place, places } from './places';
import { TermSwitch } from './term-switch';

/** Where one is and where one can go. On narrow screens the places are behind a button. */
export function AppBar({ term }: { term: string | undefined }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data: today } = useQuery(todayQuery);
  const chosen = term ?? keptTerm() ?? today?.plannedTerm ?? undefined;
  const shown = places.filter(({ ofTerm }) => !ofTerm || chosen !== undefined);
  const links = (onFollow?: () => void) =>
    shown.map((place) => (
      <PlaceLink key={place.label} place={place} term={chosen} onFollow={onFollow} />
    ));
  return (
    <header className={classes.bar} data-unprinted>
      <Burger
        className={classes.burger}
        size="sm"
        opened={isOpen}
        onClick={open}
        aria-label="Show all pages"
      />
      <Link to="/" className={classes.mark}>
        <img src={mark} alt="QA Review schedule" width={26} height={20} />
        <span aria-hidden>QA Review schedule</span>
      </Link>
      <nav className={classes.nav} aria-label="Pages">
        {links()}
      </nav>
      <div className={classes.right}>
        <GoTo term={chosen} />
        <TermSwitch term={chosen} />
        <AuthorButton />
      </div>
      <Drawer opened={isOpen} onClose={close} title="Pages" size="xs">
        <nav className={classes.drawer} aria-label="All pages">
          {links(close)}
        </nav>
      </Drawer>
    </header>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly term: string | undefined;
  readonly onFollow: (() => void) | undefined;
}

function PlaceLink({ place, term, onFollow }: PlaceLinkProps) {
  const { pathname } = useLocation();
  const isWithin = place.within?.test(pathname) === true;
  return (
    <Link
      to={place.to}
      params={{ term: term ?? '' }}
      activeOptions={{ exact: place.to === '/terms/$term' }}
      activeProps={{ 'aria-current': 'page' }}
      {...(isWithin ? { 'aria-current': 'page' as const } : {})}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      {place.label}
    </Link>
  );
}
