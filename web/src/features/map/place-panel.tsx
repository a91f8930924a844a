import { Button, CloseButton, Title } from '@mantine/core';
import { IconZoomIn } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PlanMap } from '../../api/plan-map';
import { HomeDetails } from './home-details';
import classes from './map.module.css';
import { SchoolDetails } from './school-details';
import { SeveralPlaces } from './several-places';

export interface PlacePanelProps {
  readonly map: PlanMap;
  readonly term: string;
  /** References of the reviews and people that are open. */
  readonly at: readonly string[];
  readonly onOpen: (key: string) => void;
  readonly onLead: (person: string) => void;
  /** Looks closer at a region, if none fills the map yet. */
  readonly onRegion: ((region: string) => void) | undefined;
  readonly onClose: () => void;
}

/** What was chosen on the map: a school with its review, a home, or all that lie close together. */
export function PlacePanel({ map, term, at, onOpen, onLead, onRegion, onClose }: PlacePanelProps) {
  const schools = map.schools.filter(({ review }) => at.includes(review));
  const homes = map.homes.filter(({ person }) => at.includes(person));
  const [school] = schools;
  const [home] = homes;
  const isOne = schools.length + homes.length === 1;
  const title =
    isOne && school !== undefined
      ? school.school
      : isOne && home !== undefined
        ? home.name
        : [
            ...(schools.length === 0 ? [] : [counted(schools.length, 'school')]),
            ...(homes.length === 0 ? [] : [counted(homes.length, 'home')]),
          ].join(' and ');
  const region = school?.region ?? home?.region;
  const heading = useRef<HTMLHeadingElement>(null);
  const which = at.join(',');
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [which]);
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className={classes.panel} aria-label={title} onKeyDown={close}>
      <header className={classes.panelHead}>
        <Title order={2} size="h3" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        <CloseButton aria-label="Close" size={32} onClick={onClose} />
      </header>
      {isOne && school !== undefined && <SchoolDetails map={map} term={term} school={school} />}
      {isOne && home !== undefined && (
        <HomeDetails map={map} term={term} home={home} onLead={onLead} />
      )}
      {!isOne && <SeveralPlaces map={map} schools={schools} homes={homes} onOpen={onOpen} />}
      {onRegion !== undefined && region !== null && region !== undefined && (
        <div className={classes.links} data-unprinted>
          <Button
            leftSection={<IconZoomIn size={16} aria-hidden />}
            onClick={() => onRegion(region)}
          >
            Zoom to {region}
          </Button>
        </div>
      )}
    </section>
  );
}

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}
