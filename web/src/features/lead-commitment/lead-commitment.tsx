import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import {
  leadCommitmentQuery,
  type LeadCommitmentReport,
  type SeatBehind,
} from '../../api/commitments';
import { Card } from '../../parts/card';
import { CauseBar } from '../../parts/cause-bar';
import { Go } from '../../parts/go';
import { LoadedPage } from '../../parts/loaded-page';
import { Meter } from '../../parts/meter';
import { Page } from '../../parts/page';
import { said } from '../../parts/search-params';
import { StandingTag } from '../../parts/standing-tag';
import { schoolTarget } from '../../parts/term-links';
import { Undo, type UndoOffer } from '../../parts/undo';
import classes from './lead-commitment.module.css';
import { SeatDialog } from './seat-dialog';

const route = getRouteApi('/reports/commitments/leads/$lead');

/** One person's year: sentences that can be sent to them, and every seat with what happened to it. */
export function LeadCommitment() {
  const { lead } = route.useParams();
  const moment = said({ ...route.useSearch(), seat: undefined, event: undefined });
  const [offer, setOffer] = useState<UndoOffer>();
  return (
    <LoadedPage title="Commitment" query={leadCommitmentQuery(lead, moment)} what="the year">
      {(report) => (
        <Page
          title={report.title}
          lead={report.asAtWords}
          tags={<StandingTag standing={report.row.standing} />}
          back={{ label: 'Commitments', link: { to: '/reports/commitments', search: moment } }}
          actions={
            <Button
              data-unprinted
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              Print
            </Button>
          }
        >
          <Year report={report} />
          <SeatDialog report={report} onDone={setOffer} />
          <Undo offer={offer} onClose={() => setOffer(undefined)} />
        </Page>
      )}
    </LoadedPage>
  );
}

function Year({ report }: { report: LeadCommitmentReport }) {
  const { row, letter, seats } = report;
  const { figures } = row;
  const search = route.useSearch();
  return (
    <div className={classes.parts}>
      <Card title="The year">
        <Meter
          led={figures.led}
          booked={figures.confirmedAhead}
          waiting={figures.awaitingAnswer}
          planned={0}
          minimum={figures.minimum}
          label={`${String(figures.led)} led, ${String(figures.confirmedAhead)} accepted, ${String(figures.awaitingAnswer)} waiting, of ${String(figures.minimum)}`}
        />
        <div className={classes.letter}>
          {letter.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {figures.shortfall > 0 && <CauseBar parts={row.causes} named />}
      </Card>
      <Card
        title="Reviews of the year"
        aside={seats.length === 1 ? '1 seat' : `${String(seats.length)} seats`}
        end={
          <Link
            data-unprinted
            to="."
            search={said({ ...search, seat: 'new', event: undefined })}
            resetScroll={false}
          >
            <IconPlus size={14} aria-hidden /> Record another review
          </Link>
        }
      >
        {seats.length === 0 ? (
          <p>Nothing has been offered yet.</p>
        ) : (
          <ol className={classes.seats}>
            {seats.map((seat) => (
              <Seat key={seat.seat} seat={seat} />
            ))}
          </ol>
        )}
      </Card>
    </div>
  );
}

function Seat({ seat }: { seat: SeatBehind }) {
  const search = route.useSearch();
  return (
    <li>
      <h3>
        <Go target={schoolTarget(seat.urn)}>{seat.school}</Go>
      </h3>
      <p>{seat.when}</p>
      <p className={classes.outcome}>{seat.outcomeWords}</p>
      <ul>
        {seat.events.map(({ kind, words }) => (
          <li key={kind}>
            {words}{' '}
            <Link
              data-unprinted
              to="."
              search={said({ ...search, seat: seat.seat, event: kind })}
              resetScroll={false}
            >
              <IconPencil size={14} aria-hidden /> Correct
              <span className="sr">
                : {words}, {seat.school}
              </span>
            </Link>
          </li>
        ))}
        {seat.corrections.map((words) => (
          <li key={words} className={classes.corrected}>
            {words}
          </li>
        ))}
      </ul>
      <Link
        data-unprinted
        to="."
        search={said({ ...search, seat: seat.seat, event: undefined })}
        resetScroll={false}
      >
        <IconPlus size={14} aria-hidden /> Record what happened
        <span className="sr">: {seat.school}</span>
      </Link>
    </li>
  );
}
