import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { Seats } from '../../api/preflight';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { PeopleList } from './concerned';
import classes from './seats-card.module.css';
import { WhatHelps } from './what-helps';

const route = getRouteApi('/terms/$term/preflight');
const title = 'By seat';

interface Seat {
  readonly name: string;
  /** How many need it, and at most how many can have it. */
  readonly need: number;
  readonly most: number;
  readonly unit: string;
  readonly people: number;
  readonly could: string;
  readonly words: readonly string[];
  readonly whatHelps: readonly string[];
  readonly concerned: readonly { lead: string; name: string }[];
}

function seatsOf({ leads, assurers, shadows }: Seats): Seat[] {
  return [
    {
      name: 'Lead',
      need: leads.reviews,
      most: leads.most,
      unit: 'reviews can have one',
      people: leads.people,
      could: 'people could lead',
      words: [],
      whatHelps: [],
      concerned: [],
    },
    {
      name: 'Quality assurer',
      need: assurers.newLeads,
      most: assurers.most,
      unit: 'new leads can lead, assured',
      people: assurers.people,
      could: 'people could assure them',
      words: assurers.words,
      whatHelps: assurers.whatHelps,
      concerned: [...assurers.nobody, ...assurers.shortages.flatMap(({ newLeads }) => newLeads)],
    },
    {
      name: 'Shadow',
      need: shadows.people,
      most: shadows.most,
      unit: 'people in induction can shadow',
      people: shadows.reviews,
      could: 'reviews could be shadowed',
      words: shadows.words,
      whatHelps: shadows.whatHelps,
      concerned: [...shadows.nowhere, ...shadows.shortages.flatMap(({ people }) => people)],
    },
  ];
}

/** Supply against demand for each kind of seat. */
export function SeatsCard({ seats, term }: { seats: Seats; term: string }) {
  const { seats: look } = route.useSearch();
  const isTable = look === 'table';
  return (
    <Card title={title} end={<AsTable field="seats" isTable={isTable} what={title} />} flush>
      {isTable ? (
        <Figures
          caption="Supply against demand, by seat"
          head={['Seat', 'Needed', 'At most', 'Supply']}
          rows={seatsOf(seats).map(({ name, need, most, people, could }) => ({
            key: name,
            cells: [name, need, most, `${people} ${could}`],
          }))}
        />
      ) : (
        <ul>
          {seatsOf(seats).map((seat) => (
            <SeatItem key={seat.name} seat={seat} term={term} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function SeatItem({ seat, term }: { seat: Seat; term: string }) {
  const { name, need, most, unit, people, could, words, whatHelps, concerned } = seat;
  const isShort = most < need;
  return (
    <li className={classes.seat}>
      <h3>{name}</h3>
      <p className={classes.count}>
        {need === 0 ? (
          'None is needed'
        ) : (
          <>
            <b>{most}</b> of {need} {unit}
          </>
        )}
        {need > 0 && isShort && (
          <IconAlertTriangle size={15} className={classes.short} aria-label="Short" />
        )}
        {need > 0 && !isShort && (
          <IconCheck size={15} className={classes.enough} aria-label="Enough" />
        )}
      </p>
      <span className={classes.bar} data-short={isShort || undefined} aria-hidden>
        <i style={{ width: `${need === 0 ? 0 : (most / need) * 100}%` }} />
      </span>
      <p className={classes.could}>
        {people} {could}
      </p>
      {words.map((sentence) => (
        <p key={sentence} className={classes.words}>
          {sentence}
        </p>
      ))}
      <PeopleList people={concerned} term={term} />
      <WhatHelps sentences={whatHelps} />
    </li>
  );
}
