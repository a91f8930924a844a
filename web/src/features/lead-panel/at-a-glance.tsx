import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlanLead } from '../../api/lead-panel';
import { Meter } from '../../parts/meter';
import classes from './lead-panel.module.css';

/** The four things that somebody on the telephone asks first. */
export function AtAGlance({ lead }: { lead: PlanLead }) {
  const { commitment, load, travel, gates } = lead;
  const ending = gates.filter(({ state }) => state !== 'CURRENT');
  return (
    <dl className={classes.glance}>
      {commitment !== null && <Year commitment={commitment} />}
      <Tile name="This plan" value={load.seats} more={load.words[0]}>
        {commitment !== null && <small>{commitment.words[1]}</small>}
      </Tile>
      <Tile name="Travel" value={travel.miles} unit="miles one way" more={travel.words} />
      <div>
        <dt>Contract and checks</dt>
        {ending.length === 0 ? (
          <dd className={classes.fine}>
            <IconCheck size={16} aria-hidden /> All current through the term
          </dd>
        ) : (
          ending.map(({ name, words }) => (
            <dd key={name} className={classes.warned}>
              <IconAlertTriangle size={16} aria-hidden /> {name}: {words}
            </dd>
          ))
        )}
      </div>
    </dl>
  );
}

function Year({ commitment }: { commitment: NonNullable<PlanLead['commitment']> }) {
  const { minimum, terms, words } = commitment;
  const inAll = terms.reduce(
    (sum, { led, booked, offered, draft }) => ({
      led: sum.led + led,
      booked: sum.booked + booked,
      offered: sum.offered + offered,
      draft: sum.draft + draft,
    }),
    { led: 0, booked: 0, offered: 0, draft: 0 },
  );
  return (
    <div>
      <dt>The year</dt>
      <dd>
        <b>{minimum}</b> {minimum === 1 ? 'review' : 'reviews'} to lead{' '}
        <Meter
          led={inAll.led}
          booked={inAll.booked}
          waiting={inAll.offered}
          planned={inAll.draft}
          minimum={minimum}
          label={words[0] ?? ''}
        />
      </dd>
      <dd>
        <small>{words[0]}</small>
      </dd>
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly more: string | undefined;
  readonly children?: ReactNode;
}

function Tile({ name, value, unit, more, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b> {unit ?? (value === 1 ? 'review' : 'reviews')}
      </dd>
      <dd>
        <small>{more}</small>
      </dd>
      {children !== undefined && children !== false && <dd>{children}</dd>}
    </div>
  );
}
