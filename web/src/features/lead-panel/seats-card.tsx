import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { LeadSeat, PlanLead } from '../../api/lead-panel';
import { whyQuery } from '../../api/plan-reviews';
import { wordsOfError } from '../../api/problem-error';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Tag, type Tone } from '../../parts/tag';
import { milesInWords } from '../../parts/miles-in-words';
import { dropOutTarget } from '../../parts/term-links';
import panel from './lead-panel.module.css';
import classes from './seats.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

const TONES: Readonly<Record<LeadSeat['state']['kind'], Tone>> = {
  NO_LEAD: 'gap',
  DRAFT: 'draft',
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  LED: 'ok',
};

/** What this plan gives them, in time, each with the reason in a sentence. */
export function SeatsCard({ lead }: { lead: PlanLead }) {
  const { term, plan } = route.useParams();
  const reasons = useReasons(plan, lead.seats);
  return (
    <Card
      title="In this plan"
      aside={lead.load.words.slice(0, 2).join('; ')}
      end={
        lead.seats.length > 0 && (
          <Go target={dropOutTarget(term, plan, lead.person)}>If they drop out</Go>
        )
      }
      flush
    >
      {lead.seats.length === 0 ? (
        <p className={classes.none}>This plan gives them no review. {lead.may[0]}.</p>
      ) : (
        <ol className={classes.seats}>
          {lead.seats.map((seat) => (
            <Seat key={seat.review} seat={seat} reason={reasons.get(seat.review)} />
          ))}
        </ol>
      )}
      <Weeks weeks={lead.load.weeks} />
    </Card>
  );
}

interface Reason {
  readonly words: string;
  readonly isThere: boolean;
}

/** The term is solved again for each reason, so they are asked for one after another. */
function useReasons(plan: string, seats: readonly LeadSeat[]): ReadonlyMap<string, Reason> {
  const led = seats.filter(({ role }) => role === 'LEAD');
  const answers = useQueries({
    queries: led.map(({ review }) => ({ ...whyQuery(plan, review), retry: false })),
  });
  return new Map(
    led.map(({ review }, index): [string, Reason] => {
      const answer = answers[index];
      if (answer?.data) return [review, { words: answer.data.reason, isThere: true }];
      if (answer?.error) return [review, { words: wordsOfError(answer.error), isThere: true }];
      return [review, { words: 'Working out why; the term is solved again…', isThere: false }];
    }),
  );
}

function Seat({ seat, reason }: { seat: LeadSeat; reason: Reason | undefined }) {
  const { term, plan } = route.useParams();
  return (
    <li>
      <p className={classes.days}>{seat.days}</p>
      <p className={classes.school}>
        <Link
          to="/terms/$term/plans/$plan/reviews/$review"
          params={{ term, plan, review: seat.review }}
        >
          {seat.school}
        </Link>
        <Tag tone={TONES[seat.state.kind]}>{seat.state.words}</Tag>
        {seat.role !== 'LEAD' && <Tag tone="plain">{seat.roleInWords}</Tag>}
        {seat.isPriorityRegion && <Tag tone="priority">Priority region</Tag>}
      </p>
      <p className={panel.small}>
        {seat.region}
        {seat.needs.length > 0 && `, ${seat.needs.join(', ')}`}. {milesInWords(seat.miles)}
        {seat.isOvernight && ', a night away'}. {seat.others}.
      </p>
      {reason !== undefined && (
        <p className={classes.reason} data-there={reason.isThere}>
          {reason.words}
        </p>
      )}
      {seat.warnings.map((warning) => (
        <p key={warning} className={panel.hit}>
          <IconAlertTriangle size={15} aria-hidden />
          {warning}
        </p>
      ))}
    </li>
  );
}

/** Week by week, so that two in a row are seen at once. */
function Weeks({ weeks }: { weeks: PlanLead['load']['weeks'] }) {
  return (
    <ol className={classes.weeks} aria-label="Week by week">
      {weeks.map(({ week, label, name, seats, school }) => (
        <li key={week} title={`${name}: ${school ?? 'nothing'}`} data-busy={seats > 0 || undefined}>
          <span aria-hidden>{label}</span>
          <span className="sr">
            {name}: {school ?? 'nothing'}
          </span>
        </li>
      ))}
    </ol>
  );
}
